import { Image } from '@tarojs/components';
import { ActionButton, aria, Card, Notice, ProblemNotice } from '@/ui';
import type { SignedPaper } from './use-signed-paper';
import './paper.scss';

/** For whoever wants paper: a photo of the sheet he signed goes with the form, with or without a signal. */
export function PaperCard({ paper }: { paper: SignedPaper }) {
  const { photo, busy, problem, take, remove } = paper;
  return (
    <Card title="纸质签名" name="paper">
      <ProblemNotice problem={problem} />
      {photo === undefined ? (
        <Notice>对方想签纸质表的，请他签好后拍下签名的那一页；没有信号也可以拍，随这张表一起送。</Notice>
      ) : (
        <Image
          className="yt-paper"
          mode="aspectFit"
          src={`data:image/jpeg;base64,${photo.data}`}
          {...aria({ role: 'img', label: '已拍的签名页' })}
        />
      )}
      <ActionButton name="take-paper" busy={busy} onPress={() => void take()}>
        {photo === undefined ? '拍纸质签名' : '重拍'}
      </ActionButton>
      {photo !== undefined && (
        <ActionButton kind="quiet" name="drop-paper" disabled={busy} onPress={() => void remove()}>
          不要这张照片
        </ActionButton>
      )}
    </Card>
  );
}
