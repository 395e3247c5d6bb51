import { Image } from '@tarojs/components';
import { useQuery } from '@/client/calls/use-query';
import { usePicture } from '@/client/use-picture';
import { momentInWords } from '@/client/words';
import { signedPapers } from '@/domain/operations/collecting/signed-paper';
import { aria, Card, ListRow, ProblemNotice, Sheet } from '@/ui';

/** That the person signed on paper, and the photo for whoever asks for it. */
export function SignedPapers({ personId }: { personId: string }) {
  const { value, problem, reload } = useQuery(signedPapers, { personId });
  const picture = usePicture();
  if (problem) return <ProblemNotice problem={problem} onRetry={() => void reload()} />;
  if (value === undefined || value.papers.length === 0) return null;
  return (
    <Card title="有纸质签名照片" name="paper" flush>
      <ProblemNotice problem={picture.problem} />
      {value.papers.map(({ attachmentId, version, authorName, takenAt }) => (
        <ListRow
          key={attachmentId}
          name="open-paper"
          title={version === null ? '随另一份填报' : `第 ${version} 版`}
          note={`${authorName} ${momentInWords(takenAt)} 拍 · 打开会留下查看记录`}
          onPress={() => void picture.open(attachmentId)}
        />
      ))}
      <Sheet open={picture.shown !== undefined} onClose={picture.close} title="纸质签名照片">
        {picture.shown && (
          <Image
            mode="aspectFit"
            style={{ width: '100%', height: '60vh' }}
            src={picture.shown.source}
            {...aria({ role: 'img', label: '纸质签名照片' })}
          />
        )}
      </Sheet>
    </Card>
  );
}
