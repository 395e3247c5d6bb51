import { App, Button, Drawer, Flex, Input, Skeleton, Table, Typography } from 'antd';
import { useState } from 'react';
import { useCommand } from '@/client/calls/use-command';
import { useRecordPaper } from '@/client/filling/use-record-paper';
import { reopenRecord, returnRecord } from '@/domain/operations/office/quality';
import { ReasonDialog } from '../acts/ReasonDialog';
import { Trouble } from '../parts/Trouble';
import { useDesk } from '../post/use-post';
import { commentsOf } from './comments';
import type { ReviewRow } from './Review';
import { SignedPapers } from './SignedPapers';

interface RecordDrawerProps {
  record: ReviewRow;
  onClose: () => void;
  onReturned: () => void;
  settle?: { label: string; busy: boolean; run: () => void };
}

/** The answers line by line; a comment beside a line goes back to the author with it. */
export function RecordDrawer({ record, onClose, onReturned, settle }: RecordDrawerProps) {
  const { may } = useDesk();
  const { message } = App.useApp();
  const copy = useRecordPaper(record);
  const back = useCommand(returnRecord);
  const reopen = useCommand(reopenRecord);
  const [comments, setComments] = useState<Record<string, string>>({});
  const [asking, setAsking] = useState<'return' | 'reopen'>();
  const given = commentsOf(comments);
  const send = async (reason: string) => {
    const { recordId, version } = record;
    const done = await back.run({ recordId, version, reason, comments: given });
    if (done === undefined) return;
    message.success(`已退回给 ${done.returnedTo}。`);
    onReturned();
  };
  const open = async (reason: string) => {
    const { recordId, version } = record;
    if ((await reopen.run({ recordId, version, reason })) === undefined) return;
    message.success('已重开，回到“待审核”，可以退回修改，或重新审核、验收。', 6);
    onReturned();
  };
  const returnable = may('record.review') && (record.state === 'collected' || record.state === 'confirmed');
  const reopenable = may('record.accept') && record.state === 'accepted';
  return (
    <Drawer
      open
      width={760}
      title={`${record.name} · ${record.villageName}`}
      onClose={onClose}
      extra={
        <Flex gap={8}>
          {returnable && (
            <Button danger className="at--return" onClick={() => setAsking('return')}>
              退回修改{given.length > 0 && `（${given.length} 处意见）`}
            </Button>
          )}
          {reopenable && (
            <Button className="at--reopen" onClick={() => setAsking('reopen')}>
              重开
            </Button>
          )}
          {settle && (
            <Button type="primary" loading={settle.busy} onClick={settle.run}>
              {settle.label}
            </Button>
          )}
        </Flex>
      }
    >
      {record.formId === 'personal' && <SignedPapers personId={record.subjectId} />}
      {copy.value === undefined ? (
        copy.problem ? (
          <Trouble problem={copy.problem} onRetry={() => void copy.reload()} />
        ) : (
          <Skeleton active />
        )
      ) : (
        copy.value.sections.map(({ title, lines }) => (
          <Table
            key={title}
            size="small"
            rowKey="field"
            pagination={false}
            title={() => <Typography.Text strong>{title}</Typography.Text>}
            dataSource={lines}
            columns={[
              { title: '项目', dataIndex: 'label', width: 180 },
              { title: '填写内容', dataIndex: 'text' },
              ...(returnable
                ? [
                    {
                      title: '意见（退回时写）',
                      key: 'comment',
                      width: 240,
                      render: (_: unknown, { field, label }: { field: string; label: string }) => (
                        <Input
                          aria-label={`${label}的意见`}
                          maxLength={200}
                          value={comments[field] ?? ''}
                          onChange={({ target }) => setComments({ ...comments, [field]: target.value })}
                        />
                      ),
                    },
                  ]
                : []),
            ]}
          />
        ))
      )}
      {asking === 'return' && (
        <ReasonDialog
          title={`退回 ${record.name} 的采集表`}
          action="退回"
          danger
          busy={back.busy}
          problem={back.problem}
          onAct={(reason) => void send(reason)}
          onClose={() => setAsking(undefined)}
        >
          {given.length === 0 ? '没有写逐项意见，退回时只带下面的原因。' : `带 ${given.length} 处逐项意见。`}
        </ReasonDialog>
      )}
      {asking === 'reopen' && (
        <ReasonDialog
          title={`重开 ${record.name} 的采集表`}
          action="重开"
          danger
          busy={reopen.busy}
          problem={reopen.problem}
          onAct={(reason) => void open(reason)}
          onClose={() => setAsking(undefined)}
        >
          <p>验收本来是最后一步。重开会减少已验收的数字，并留下记录。</p>
        </ReasonDialog>
      )}
    </Drawer>
  );
}
