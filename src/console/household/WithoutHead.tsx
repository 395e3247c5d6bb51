import { Button, Flex, Modal, Skeleton, Typography } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { useState } from 'react';
import { useQuery } from '@/client/calls/use-query';
import { household } from '@/domain/operations/people/register';
import { withoutHead } from '@/domain/operations/people/register-moves';
import { KeyedTable } from '../parts/KeyedTable';
import { Trouble } from '../parts/Trouble';
import { type RowOf, useKeyedPages } from '../parts/use-keyed-pages';
import { PlaceSelect } from '../post/PlaceSelect';
import { useDesk } from '../post/use-post';
import { useAddress } from '../shell/address';
import { ChangeHead } from './ChangeHead';

type Row = RowOf<typeof withoutHead>;

/** Households that lost their head, each with the act that names a new one. */
export default function WithoutHead() {
  const { home, may } = useDesk();
  const [{ place = home }, go] = useAddress();
  const pages = useKeyedPages(withoutHead, { divisionCode: place });
  const [naming, setNaming] = useState<string>();
  const close = () => {
    setNaming(undefined);
    void pages.reload();
  };
  return (
    <Flex vertical gap={12}>
      <Flex justify="space-between" align="center">
        <Typography.Text type="secondary">
          户主去世、迁走或移出名册后，家里还有人的户要指定新户主，并说明其他人与新户主的关系；由镇街经办办理，村（居）先和家里商量好由谁作户主。
        </Typography.Text>
        <PlaceSelect digits={12} value={place} onChange={(code) => go({ place: code })} />
      </Flex>
      <KeyedTable
        pages={pages}
        rowKey="householdId"
        columns={may('register.correct') ? [...facts, act(setNaming)] : facts}
        empty="这里每一户都有户主，没有要办的。"
      />
      {naming !== undefined && <NameHead householdId={naming} onClose={close} />}
    </Flex>
  );
}

/** The household as it stands now: the list may be minutes old. */
function NameHead({ householdId, onClose }: { householdId: string; onClose: () => void }) {
  const { value: house, problem, reload } = useQuery(household, { householdId });
  if (house !== undefined) return <ChangeHead house={house} onClose={onClose} onDone={onClose} />;
  return (
    <Modal open title="户主变更" footer={null} onCancel={onClose}>
      {problem ? <Trouble problem={problem} onRetry={() => void reload()} /> : <Skeleton active />}
    </Modal>
  );
}

const facts: ColumnsType<Row> = [
  { title: '村（居）', dataIndex: 'villageName' },
  { title: '组', dataIndex: 'groupName' },
  { title: '户号', dataIndex: 'householdNo' },
  { title: '门牌号', dataIndex: 'houseNo' },
  { title: '原户主', dataIndex: 'formerHead', render: (name: string) => name || '没有' },
  { title: '家里的人', dataIndex: 'members', render: (names: string[]) => names.join('、') },
];

const act = (onName: (householdId: string) => void): ColumnsType<Row>[number] => ({
  title: '操作',
  key: 'acts',
  render: (_, { householdId }) => (
    <Button type="link" size="small" className="at--name-head" onClick={() => onName(householdId)}>
      指定户主
    </Button>
  ),
});
