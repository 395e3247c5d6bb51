import { Alert, Button, Flex, Image } from 'antd';
import { useQuery } from '@/client/calls/use-query';
import { usePicture } from '@/client/use-picture';
import { signedPapers } from '@/domain/operations/collecting/signed-paper';
import { momentInTable } from '../parts/moment';
import { Trouble } from '../parts/Trouble';

/** That the person signed on paper, and the photo for whoever asks for it. */
export function SignedPapers({ personId }: { personId: string }) {
  const { value, problem, reload } = useQuery(signedPapers, { personId });
  const picture = usePicture();
  if (value === undefined) return problem ? <Trouble problem={problem} onRetry={() => void reload()} /> : null;
  return (
    <Flex vertical gap={8}>
      <Trouble problem={picture.problem} />
      {value.papers.map(({ attachmentId, version, authorName, takenAt }) => (
        <Alert
          key={attachmentId}
          type="info"
          showIcon
          className="at--paper"
          message={`有纸质签名照片（${version === null ? '随另一份填报' : `第 ${version} 版`}）`}
          description={`${authorName} ${momentInTable(takenAt)} 拍。打开会留下查看记录。`}
          action={
            picture.shown?.attachmentId === attachmentId ? (
              <Button size="small" onClick={picture.close}>
                收起
              </Button>
            ) : (
              <Button
                size="small"
                className="at--open-paper"
                loading={picture.busy}
                onClick={() => void picture.open(attachmentId)}
              >
                打开
              </Button>
            )
          }
        />
      ))}
      {picture.shown && <Image src={picture.shown.source} alt="纸质签名照片" className="at--paper-picture" />}
    </Flex>
  );
}
