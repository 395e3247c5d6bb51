import { Button, Flex, Segmented, Typography } from 'antd';
import { useState } from 'react';
import { exportsToApprove, myExports } from '@/domain/operations/office/exports';
import { KeyedTable } from '../parts/KeyedTable';
import { useKeyedPages } from '../parts/use-keyed-pages';
import { useDesk } from '../post/use-post';
import { useAddress } from '../shell/address';
import { exportColumns } from './columns';
import { Request } from './Request';

/** Data leaves for a purpose, approved by a second person, for hours, with the taker's name on every page. */
export default function Exports() {
  const { may } = useDesk();
  const asks = may('export.request');
  const approves = may('export.approve');
  const [{ view = asks ? 'mine' : 'approve' }, go] = useAddress();
  return (
    <Flex vertical gap={12}>
      {asks && approves && (
        <Segmented
          style={{ alignSelf: 'flex-start' }}
          value={view}
          options={[
            { value: 'mine', label: '我申请的' },
            { value: 'approve', label: '要审批的' },
          ]}
          onChange={(next) => go({ view: next })}
        />
      )}
      {view === 'approve' && approves ? <ToApprove /> : <Mine />}
    </Flex>
  );
}

function Mine() {
  const pages = useKeyedPages(myExports, {});
  const [asking, setAsking] = useState(false);
  const reload = () => void pages.reload();
  return (
    <>
      <Flex justify="space-between" align="center">
        <Typography.Text type="secondary">
          导出要另一个人审批。文件里有下载人的名字，限时限次，用完请删除。
        </Typography.Text>
        <Button type="primary" className="at--ask-export" onClick={() => setAsking(true)}>
          申请导出
        </Button>
      </Flex>
      <KeyedTable
        pages={pages}
        rowKey="exportId"
        columns={exportColumns('mine', reload)}
        empty="您还没有申请过导出。"
      />
      {asking && <Request onClose={() => setAsking(false)} onAsked={reload} />}
    </>
  );
}

function ToApprove() {
  const { home } = useDesk();
  const pages = useKeyedPages(exportsToApprove, { divisionCode: home });
  return (
    <KeyedTable
      pages={pages}
      rowKey="exportId"
      columns={exportColumns('approve', () => void pages.reload())}
      empty="没有导出申请。"
    />
  );
}
