import { Button, Flex, Input, Select } from 'antd';
import { useState } from 'react';
import { roles } from '@/domain/access';
import { accountState, listAccounts, staffRole } from '@/domain/operations/account/accounts';
import { KeyedTable } from '../parts/KeyedTable';
import { useKeyedPages } from '../parts/use-keyed-pages';
import { PlaceSelect } from '../post/PlaceSelect';
import { useDesk } from '../post/use-post';
import { useAddress } from '../shell/address';
import { accountColumns } from './columns';
import { Invite } from './Invite';
import { stateLabels } from './states';

/** Who holds which post where; inviting, suspending, ending. */
export default function Accounts() {
  const { home } = useDesk();
  const [{ place = home, role, state, name = '' }, go] = useAddress();
  const pages = useKeyedPages(listAccounts, {
    divisionCode: place,
    role: staffRole.safeParse(role).data,
    state: accountState.safeParse(state).data,
    name,
  });
  const [inviting, setInviting] = useState(false);
  const reload = () => void pages.reload();
  return (
    <Flex vertical gap={12}>
      <Flex gap={12} align="center">
        <PlaceSelect value={place} onChange={(code) => go({ place: code })} />
        <Select
          style={{ width: 150 }}
          allowClear
          placeholder="全部岗位"
          aria-label="岗位"
          value={role}
          options={staffRole.options.map((value) => ({ value, label: roles[value] }))}
          onChange={(value?: string) => go({ role: value })}
        />
        <Select
          style={{ width: 130 }}
          allowClear
          placeholder="全部状态"
          aria-label="状态"
          value={state}
          options={Object.entries(stateLabels).map(([value, label]) => ({ value, label }))}
          onChange={(value?: string) => go({ state: value })}
        />
        <Input.Search
          style={{ width: 200 }}
          allowClear
          maxLength={50}
          placeholder="姓名"
          aria-label="姓名"
          defaultValue={name}
          onSearch={(text) => go({ name: text.trim() || undefined })}
        />
        <span style={{ flex: 1 }} />
        <Button type="primary" className="at--invite" onClick={() => setInviting(true)}>
          邀请工作人员
        </Button>
      </Flex>
      <KeyedTable
        pages={pages}
        rowKey="rowId"
        columns={accountColumns(reload)}
        empty="没有符合条件的人。换个条件，或者邀请新的工作人员。"
      />
      {inviting && <Invite onClose={() => setInviting(false)} onInvited={reload} />}
    </Flex>
  );
}
