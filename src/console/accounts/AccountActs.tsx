import { App, Button, Space } from 'antd';
import { useState } from 'react';
import { useCommand } from '@/client/calls/use-command';
import { endPost, renewInvitation, resume, revokeInvitation, suspend } from '@/domain/operations/account/accounts';
import type { OutputOf } from '@/domain/operations/operation';
import { ReasonDialog } from '../acts/ReasonDialog';
import { Trouble } from '../parts/Trouble';
import { ChangeScopes } from './ChangeScopes';
import { CodeOnce } from './CodeOnce';
import type { AccountRow } from './states';

type Act = 'suspend' | 'resume' | 'end' | 'revoke' | 'scopes';

interface AccountActsProps {
  row: AccountRow;
  onChanged: () => void;
}

/** What can be done with a post depends on where it stands; an act that would do nothing is not offered. */
export function AccountActs({ row, onChanged }: AccountActsProps) {
  const [doing, setDoing] = useState<Act>();
  const [code, setCode] = useState<OutputOf<typeof renewInvitation>>();
  const renew = useCommand(renewInvitation);
  const close = () => setDoing(undefined);
  const act = (key: Act, label: string, danger = false) => (
    <Button key={key} type="link" size="small" danger={danger} onClick={() => setDoing(key)}>
      {label}
    </Button>
  );
  const again = async () => {
    const made = await renew.run({ invitationId: row.rowId });
    if (made) setCode(made);
  };
  return (
    <Space size={0}>
      {row.state === 'invited' && [
        <Button key="renew" type="link" size="small" loading={renew.busy} onClick={() => void again()}>
          换新码
        </Button>,
        act('revoke', '撤销', true),
      ]}
      {row.state === 'active' && [act('scopes', '调范围'), act('suspend', '停用', true), act('end', '结束岗位', true)]}
      {row.state === 'suspended' && [act('resume', '恢复'), act('end', '结束岗位', true)]}
      {renew.problem && <Trouble problem={renew.problem} onClose={renew.clear} />}
      {code && <CodeOnce name={row.name} invitation={code} onClose={() => setCode(undefined)} />}
      {doing === 'scopes' && <ChangeScopes row={row} onClose={close} onChanged={onChanged} />}
      {doing !== undefined && doing !== 'scopes' && (
        <WithReason act={doing} row={row} onClose={close} onChanged={onChanged} />
      )}
    </Space>
  );
}

const words = {
  suspend: { title: '停用账号', note: '马上生效：登录和正在办的任务都停下。手机丢失时用它。', done: '已停用。' },
  resume: { title: '恢复账号', note: '恢复后可以重新登录。', done: '已恢复。' },
  end: { title: '结束岗位', note: '合同到期或人已离开时用它。他手上的采集任务会收回。', done: '岗位已结束。' },
  revoke: { title: '撤销邀请', note: '邀请码马上作废。', done: '邀请已撤销。' },
} as const;

interface WithReasonProps extends AccountActsProps {
  act: keyof typeof words;
  onClose: () => void;
}

function WithReason({ act, row, onClose, onChanged }: WithReasonProps) {
  const { message } = App.useApp();
  const commands = {
    suspend: useCommand(suspend),
    resume: useCommand(resume),
    end: useCommand(endPost),
    revoke: useCommand(revokeInvitation),
  };
  const { busy, problem } = commands[act];
  const run = async (reason: string) => {
    const accountId = row.accountId ?? '';
    if (act === 'suspend') return commands.suspend.run({ accountId, reason });
    if (act === 'resume') return commands.resume.run({ accountId, reason });
    if (act === 'end') return commands.end.run({ postId: row.rowId, reason });
    return commands.revoke.run({ invitationId: row.rowId, reason });
  };
  const send = async (reason: string) => {
    if ((await run(reason)) === undefined) return;
    message.success(words[act].done);
    onChanged();
    onClose();
  };
  return (
    <ReasonDialog
      title={`${words[act].title}：${row.name}（${row.title}）`}
      action={words[act].title}
      danger={act !== 'resume'}
      busy={busy}
      problem={problem}
      onAct={(reason) => void send(reason)}
      onClose={onClose}
    >
      {words[act].note}
    </ReasonDialog>
  );
}
