import { Alert, App, Button, Card, Flex, Select, Typography } from 'antd';
import { useState } from 'react';
import { useCommand } from '@/client/calls/use-command';
import { useQuery } from '@/client/calls/use-query';
import { applyBalance, enumerators, previewBalance } from '@/domain/operations/office/assignment';
import type { OutputOf } from '@/domain/operations/operation';
import { ReasonDialog } from '../acts/ReasonDialog';
import { Trouble } from '../parts/Trouble';
import { countInWords } from '../parts/words';
import { enumeratorLabel } from './options';
import { Preview } from './Preview';

interface Wish {
  postIds: string[];
  leaving: string | null;
}

/** Shares out by rule: first a preview with loads before and after; applying a preview gone stale is refused. */
export function Balance({ place }: { place: string }) {
  const { message } = App.useApp();
  const people = useQuery(enumerators, { divisionCode: place, limit: 200 });
  const preview = useCommand(previewBalance);
  const apply = useCommand(applyBalance);
  const [wish, setWish] = useState<Wish>({ postIds: [], leaving: null });
  const [seen, setSeen] = useState<OutputOf<typeof previewBalance>>();
  const [asking, setAsking] = useState(false);
  const options = people.value?.items.map((one) => ({ value: one.postId, label: enumeratorLabel(one) }));
  const change = (part: Partial<Wish>) => {
    setWish({ ...wish, ...part });
    setSeen(undefined);
    apply.clear();
  };
  const look = async () => {
    apply.clear();
    setSeen(await preview.run({ divisionCode: place, ...wish }));
  };
  const put = async (reason: string) => {
    if (seen === undefined) return;
    const done = await apply.run({ divisionCode: place, ...wish, digest: seen.digest, reason });
    if (done === undefined) return setAsking(false);
    // As the preview counted: parts that go the same way are one move, though several leases.
    message.success(`已按预览调整 ${countInWords(seen.moves.length)} 处分工，其余不变。`);
    setAsking(false);
    setSeen(undefined);
    void people.reload();
  };
  return (
    <Flex vertical gap={12}>
      <Card size="small">
        <Flex gap={12} wrap align="center">
          <Select
            className="at--leaving"
            style={{ minWidth: 300 }}
            allowClear
            showSearch
            optionFilterProp="label"
            placeholder="有人请假或离开：只分他手上的（可不选）"
            options={options}
            value={wish.leaving}
            onChange={(leaving?: string) => change({ leaving: leaving ?? null })}
          />
          <Select
            mode="multiple"
            maxTagCount={2}
            style={{ minWidth: 300, flex: 1 }}
            optionFilterProp="label"
            placeholder="分给哪些采集员（不选为所有能去的）"
            options={options}
            value={wish.postIds}
            onChange={(postIds) => change({ postIds })}
          />
          <Button type="primary" className="at--preview" loading={preview.busy} onClick={() => void look()}>
            {seen ? '重新预览' : '预览'}
          </Button>
        </Flex>
        <Typography.Text type="secondary">
          同一个组或老村不拆开；照顾会说的话和带队村干部；改动尽量少。预览不会改变任何分工。
        </Typography.Text>
      </Card>
      <Trouble problem={people.problem ?? preview.problem} />
      {apply.problem && (
        <Alert
          type="warning"
          showIcon
          message={apply.problem.message}
          action={<Button onClick={() => void look()}>重新预览</Button>}
        />
      )}
      {seen && <Preview preview={seen} onApply={() => setAsking(true)} stale={apply.problem !== undefined} />}
      {asking && seen && (
        <ReasonDialog
          title={`按预览调整 ${countInWords(seen.moves.length)} 处分工`}
          action="按预览分派"
          busy={apply.busy}
          problem={undefined}
          onAct={(reason) => void put(reason)}
          onClose={() => setAsking(false)}
        />
      )}
    </Flex>
  );
}
