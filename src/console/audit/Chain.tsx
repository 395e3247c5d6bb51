import { Alert, App, Button, Collapse, Flex, Table, Tag, Typography } from 'antd';
import { useEffect } from 'react';
import { useCommand } from '@/client/calls/use-command';
import { useQuery } from '@/client/calls/use-query';
import { auditStatus, checkAudit, publishAuditHead } from '@/domain/operations/office/audit';
import { momentInTable } from '../parts/moment';
import { Trouble } from '../parts/Trouble';
import { countInWords } from '../parts/words';
import { useDesk } from '../post/use-post';

/** Whether the trail is whole, and the daily heads that make a later change visible to anybody. */
export function Chain() {
  const { may } = useDesk();
  const { message } = App.useApp();
  const { value, problem, reload } = useQuery(auditStatus, {});
  const check = useCommand(checkAudit);
  const publish = useCommand(publishAuditHead);
  const checking = value?.checking ?? null;
  useEffect(() => {
    if (checking === null) return;
    const timer = setInterval(() => void reload(), 2000);
    return () => clearInterval(timer);
  }, [checking, reload]);
  if (value === undefined) return <Trouble problem={problem} onRetry={() => void reload()} />;
  const begin = async () => {
    if (await check.run({})) void reload();
  };
  const putUp = async (day: string) => {
    if ((await publish.run({ day })) === undefined) return;
    message.success('核对码已公布在公告栏。');
    void reload();
  };
  const { lastCheck, head, waiting, heads } = value;
  return (
    <>
      <Trouble problem={check.problem ?? publish.problem} />
      <Alert
        showIcon
        type={lastCheck === null ? 'info' : lastCheck.intact ? 'success' : 'error'}
        message={
          lastCheck === null
            ? '操作记录还没有核验过。'
            : lastCheck.intact
              ? `${momentInTable(lastCheck.at)} 核验 ${countInWords(lastCheck.entries)} 条，完整无缺。`
              : lastCheck.finding
        }
        description={`已入链 ${countInWords(head.seq)} 条，等待入链 ${countInWords(waiting)} 条。${
          checking ? `正在核验，已查 ${countInWords(checking.done)} 条。` : ''
        }`}
        action={
          <Button loading={check.busy || checking !== null} onClick={() => void begin()}>
            现在核验
          </Button>
        }
      />
      {heads.length > 0 && (
        <Collapse
          size="small"
          items={[
            {
              key: 'heads',
              label: '每日核对码',
              children: (
                <Table
                  size="small"
                  rowKey="day"
                  pagination={false}
                  dataSource={heads}
                  columns={[
                    { title: '日期', dataIndex: 'day' },
                    { title: '到第几条', dataIndex: 'seq', align: 'right', render: countInWords },
                    {
                      title: '核对码',
                      dataIndex: 'hash',
                      render: (hash: string) => <Typography.Text code>{hash}</Typography.Text>,
                    },
                    {
                      title: '公布',
                      key: 'notice',
                      render: (_, { day, noticeId }) => (
                        <Flex>
                          {noticeId !== null ? (
                            <Tag color="green">已公布</Tag>
                          ) : (
                            may('audit.publish') && (
                              <Button type="link" size="small" loading={publish.busy} onClick={() => void putUp(day)}>
                                公布
                              </Button>
                            )
                          )}
                        </Flex>
                      ),
                    },
                  ]}
                />
              ),
            },
          ]}
        />
      )}
    </>
  );
}
