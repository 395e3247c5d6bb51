import { App, Button, Drawer, Flex, Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { useQuery } from '@/client/calls/use-query';
import { letterDraft, noticeKinds } from '@/domain/operations/publicity/notice';
import { Trouble } from '../parts/Trouble';
import { PlaceSelect } from '../post/PlaceSelect';
import { useDesk } from '../post/use-post';
import { NoticeForm } from './NoticeForm';

type Kind = keyof typeof noticeKinds;

interface PublishProps {
  onClose: () => void;
  onPublished: () => void;
}

/** Begins with the draft for the place: its name, dates and telephone number are filled in already. */
export function Publish({ onClose, onPublished }: PublishProps) {
  const { home } = useDesk();
  const { message, modal } = App.useApp();
  const [place, setPlace] = useState(home);
  const [kind, setKind] = useState<Kind>('letter');
  const draft = useQuery(letterDraft, { divisionCode: place, kind });
  const [changed, setChanged] = useState(false);
  const close = async () => {
    if (
      !changed ||
      (await modal.confirm({ title: '还没有发布，确定不要了？', okText: '不要了', cancelText: '继续写' }))
    )
      onClose();
  };
  const published = (words: string) => {
    message.success(words);
    onPublished();
    onClose();
  };
  return (
    <Drawer
      open
      width={760}
      title="发布公告"
      onClose={() => void close()}
      extra={
        <Button type="primary" form="notice" htmlType="submit" className="at--publish">
          发布
        </Button>
      }
    >
      <Flex gap={12} style={{ marginBottom: 12 }}>
        <PlaceSelect value={place} onChange={setPlace} />
        <Segmented<Kind>
          value={kind}
          onChange={setKind}
          options={Object.entries(noticeKinds).map(([value, label]) => ({ value: value as Kind, label }))}
        />
      </Flex>
      <Trouble problem={draft.problem} onRetry={() => void draft.reload()} />
      {draft.value === undefined ? (
        !draft.problem && <Skeleton active />
      ) : (
        <NoticeForm
          key={`${place} ${kind} ${draft.value.title}`}
          place={place}
          draft={draft.value}
          onChanged={() => setChanged(true)}
          onPublished={published}
        />
      )}
    </Drawer>
  );
}
