import { App, Button, Card, Flex, Input, Typography } from 'antd';
import { useState } from 'react';
import { useCommand } from '@/client/calls/use-command';
import { useQuery } from '@/client/calls/use-query';
import { callbacks, setCallback } from '@/domain/operations/office/callbacks';
import { Trouble } from '../parts/Trouble';
import { PlaceSelect } from '../post/PlaceSelect';
import { useDesk } from '../post/use-post';

/** The number that residents find on badges, slips and notices: the county's, or their town's own. */
export function Callbacks() {
  const { home } = useDesk();
  const { message } = App.useApp();
  const { value, problem, reload } = useQuery(callbacks, {});
  const act = useCommand(setCallback);
  const [place, setPlace] = useState(home);
  const [number, setNumber] = useState('');
  const save = async () => {
    if ((await act.run({ divisionCode: place, callback: number.trim() })) === undefined) return;
    setNumber('');
    message.success('已保存，以后打印和查验都用新的号码。');
    await reload();
  };
  return (
    <Card size="small" title="核实采集员、咨询和投诉的电话">
      <Flex vertical gap={8}>
        {value && (
          <Typography.Text>
            {[`县：${value.county}`, ...value.towns.map(({ name, callback }) => `${name}：${callback}`)].join('；')}
            。没有单独设置的镇街用县里的号码。
          </Typography.Text>
        )}
        <Flex gap={8} align="center" wrap>
          <PlaceSelect digits={9} value={place} onChange={setPlace} />
          <Input
            className="at--callback"
            aria-label="联系电话"
            style={{ width: 280 }}
            maxLength={60}
            placeholder="单位和电话；不填为取消"
            value={number}
            onChange={({ target }) => setNumber(target.value)}
          />
          <Button className="at--save-callback" loading={act.busy} onClick={() => void save()}>
            保存
          </Button>
        </Flex>
        <Trouble problem={problem ?? act.problem} onRetry={() => void reload()} />
      </Flex>
    </Card>
  );
}
