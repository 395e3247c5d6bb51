import { App, Button, Space } from 'antd';
import { useState } from 'react';
import { useCommand } from '@/client/calls/use-command';
import type { listNotices } from '@/domain/operations/publicity/notice';
import { poster, withdrawNotice } from '@/domain/operations/publicity/notice';
import { call, problemOf } from '@/platform/client';
import { printDocument } from '@/platform/outward/print';
import { share } from '@/platform/outward/share';
import { ReasonDialog } from '../acts/ReasonDialog';
import type { RowOf } from '../parts/use-keyed-pages';
import { useDesk } from '../post/use-post';

interface NoticeActsProps {
  notice: RowOf<typeof listNotices>;
  onChanged: () => void;
}

/** Poster with the code, the link to pass on, taking it down. Only where the post may publish. */
export function NoticeActs({ notice, onChanged }: NoticeActsProps) {
  const { may, post } = useDesk();
  const { message } = App.useApp();
  const withdraw = useCommand(withdrawNotice);
  const [asking, setAsking] = useState(false);
  const mine = post.scopes.some(({ code }) => notice.divisionCode.startsWith(code));
  if (!may('notice.publish') || !mine || notice.withdrawn) return null;
  const withPoster = async (use: (made: Awaited<ReturnType<typeof makePoster>>) => Promise<string | undefined>) => {
    try {
      const word = await use(await makePoster(notice.noticeId));
      if (word !== undefined) message.success(word);
    } catch (error) {
      message.error(problemOf(error).message);
    }
  };
  const takeDown = async (reason: string) => {
    if ((await withdraw.run({ noticeId: notice.noticeId, reason })) === undefined) return;
    setAsking(false);
    message.success('已撤回，居民和村（居）不再看到这份公告。');
    onChanged();
  };
  return (
    <Space size={4}>
      <Button type="link" size="small" onClick={() => void withPoster(({ html }) => printDocument(html))}>
        打印海报
      </Button>
      <Button
        type="link"
        size="small"
        onClick={() => void withPoster(({ share: card }) => share({ title: card.title, page: card.path }))}
      >
        复制链接
      </Button>
      <Button type="link" size="small" danger onClick={() => setAsking(true)}>
        撤回
      </Button>
      {asking && (
        <ReasonDialog
          title={`撤回公告“${notice.title}”`}
          action="撤回公告"
          danger
          busy={withdraw.busy}
          problem={withdraw.problem}
          onAct={(reason) => void takeDown(reason)}
          onClose={() => setAsking(false)}
        />
      )}
    </Space>
  );
}

const makePoster = (noticeId: string) => call(poster, { noticeId });
