import { App, Form, TreeSelect } from 'antd';
import { useMemo, useState } from 'react';
import { useCommand } from '@/client/calls/use-command';
import { changeScopes } from '@/domain/operations/account/accounts';
import { ReasonDialog } from '../acts/ReasonDialog';
import { placeTree } from '../parts/places';
import { useDesk } from '../post/use-post';
import type { AccountRow } from './states';

interface ChangeScopesProps {
  row: AccountRow;
  onClose: () => void;
  onChanged: () => void;
}

export function ChangeScopes({ row, onClose, onChanged }: ChangeScopesProps) {
  const [scopes, setScopes] = useState(row.scopes.map(({ code }) => code));
  const act = useCommand(changeScopes);
  const { message } = App.useApp();
  const send = async (reason: string) => {
    if ((await act.run({ postId: row.rowId, scopes, reason })) === undefined) return;
    message.success('负责范围已调整，马上生效。');
    onChanged();
    onClose();
  };
  return (
    <ReasonDialog
      title={`调整负责范围：${row.name}（${row.title}）`}
      action="调整"
      busy={act.busy}
      problem={act.problem}
      onAct={(reason) => void send(reason)}
      onClose={onClose}
    >
      <Form layout="vertical">
        <Form.Item label="负责的镇（街道）、村（居）">
          <ScopesSelect value={scopes} onChange={setScopes} />
        </Form.Item>
      </Form>
    </ReasonDialog>
  );
}

interface ScopesSelectProps {
  value?: string[];
  onChange?: (codes: string[]) => void;
}

/** Several places, within those of the officer who gives them. */
export function ScopesSelect({ value = [], onChange }: ScopesSelectProps) {
  const { account, post } = useDesk();
  const { edition, name } = account.county;
  const tree = useMemo(() => placeTree(post.scopes, edition, name), [post.scopes, edition, name]);
  return (
    <TreeSelect
      className="at--scopes"
      multiple
      showSearch
      treeNodeFilterProp="title"
      treeDefaultExpandedKeys={tree.map((node) => node.value)}
      treeData={tree}
      value={value}
      onChange={(codes: string[]) => onChange?.(codes)}
      placeholder="可选多个"
    />
  );
}
