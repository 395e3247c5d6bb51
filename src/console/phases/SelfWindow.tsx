import { App, Button, Card, DatePicker, Flex, Typography } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useCommand } from '@/client/calls/use-command';
import { setSelfWindow } from '@/domain/operations/account/household';
import { Trouble } from '../parts/Trouble';
import { useDesk } from '../post/use-post';

interface SelfWindowProps {
  /** YYYY-MM-DD; null where there is no collecting phase. */
  until: string | null;
  today: string;
  onDone: () => Promise<void>;
}

/** Until when households choose between filling in by themselves and a visit. */
export function SelfWindow({ until, today, onDone }: SelfWindowProps) {
  const { may } = useDesk();
  const { message } = App.useApp();
  const [day, setDay] = useState<string | null>(until);
  const act = useCommand(setSelfWindow);
  const save = async (closesOn: string | null) => {
    const done = await act.run({ closesOn });
    if (done === undefined) return;
    setDay(done.closesOn);
    message.success(done.open ? '已保存，各户在这一天以前可以改。' : '已保存，没有填报的户转为上门。');
    await onDone();
  };
  return (
    <Card size="small" title="各户自己填报">
      <Flex gap={12} align="center" wrap>
        <Typography.Text>各户最晚在</Typography.Text>
        <DatePicker
          className="at--self-until"
          aria-label="自己填报截止日"
          allowClear={false}
          disabled={!may('campaign.manage')}
          value={day === null ? null : dayjs(day)}
          onChange={(chosen) => setDay(chosen ? chosen.format('YYYY-MM-DD') : null)}
        />
        <Typography.Text>选自己填或请采集员上门；过了这一天没有填的，自动转为上门。</Typography.Text>
        {may('campaign.manage') && (
          <>
            <Button
              className="at--save-self"
              disabled={day === until}
              loading={act.busy}
              onClick={() => void save(day)}
            >
              保存
            </Button>
            <Button type="link" onClick={() => void save(null)}>
              恢复为采集截止前一个月
            </Button>
          </>
        )}
      </Flex>
      {until !== null && until < today && (
        <Typography.Text type="warning">这一天已经过了，现在各户都按上门安排。</Typography.Text>
      )}
      <Trouble problem={act.problem} />
    </Card>
  );
}
