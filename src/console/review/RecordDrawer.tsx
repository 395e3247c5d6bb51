import { App, Button, Drawer, Flex, Input, Skeleton, Table, Typography } from 'antd';
import { useState } from 'react';
import { useCommand } from '@/client/use-command';
import { useQuery } from '@/client/use-query';
import { paper } from '@/domain/operations/collect';
import { returnRecord } from '@/domain/operations/quality';
import { ReasonDialog } from '../acts/ReasonDialog';
import { Trouble } from '../parts/Trouble';
import { useDesk } from '../post/use-post';
import { commentsOf } from './comments';
import type { ReviewRow } from './Review';

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
  const copy = useQuery(
    paper,
    record.formId === 'personal' ? { personId: record.subjectId, version: record.version } : undefined
  );
  const back = useCommand(returnRecord);
  const [comments, setComments] = useState<Record<string, string>>({});
  const [asking, setAsking] = useState(false);
  const given = commentsOf(comments);
  const send = async (reason: string) => {
    const { recordId, version } = record;
    const done = await back.run({ recordId, version, reason, comments: given });
    if (done === undefined) return;
    message.success(`已退回给 ${done.returnedTo}。`);
    onReturned();
  };
  const returnable = may('record.review') && (record.state === 'collected' || record.state === 'confirmed');
  return (
    <Drawer
      open
      width={760}
      title={`${record.name} · ${record.villageName}`}
      onClose={onClose}
      extra={
        <Flex gap={8}>
          {returnable && (
            <Button danger className="at--return" onClick={() => setAsking(true)}>
              退回修改{given.length > 0 && `（${given.length} 处意见）`}
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
      {record.formId !== 'personal' ? (
        <Typography.Text type="secondary">
          单位表请在手机版的单位采集里核对内容；这里可以审核通过或退回。
        </Typography.Text>
      ) : copy.value === undefined ? (
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
      {asking && (
        <ReasonDialog
          title={`退回 ${record.name} 的采集表`}
          action="退回"
          danger
          busy={back.busy}
          problem={back.problem}
          onAct={(reason) => void send(reason)}
          onClose={() => setAsking(false)}
        >
          {given.length === 0 ? '没有写逐项意见，退回时只带下面的原因。' : `带 ${given.length} 处逐项意见。`}
        </ReasonDialog>
      )}
    </Drawer>
  );
}
