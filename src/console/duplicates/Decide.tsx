import { App, Radio } from 'antd';
import { useState } from 'react';
import { useCommand } from '@/client/calls/use-command';
import { keepDistinct, mergePersons } from '@/domain/operations/people/register-identity';
import { ReasonDialog } from '../acts/ReasonDialog';
import type { DuplicateCase } from './Cases';

export interface Decision {
  is: 'merge' | 'distinct';
  case: DuplicateCase;
}

interface DecideProps {
  decision: Decision;
  onClose: () => void;
  onDone: () => void;
}

export function Decide({ decision: { is, case: one }, onClose, onDone }: DecideProps) {
  const { message } = App.useApp();
  const merge = useCommand(mergePersons);
  const distinct = useCommand(keepDistinct);
  const [keep, setKeep] = useState<'a' | 'b'>('a');
  const act = is === 'merge' ? merge : distinct;
  const send = async (reason: string) => {
    const { caseId, a, b } = one;
    const [kept, dropped] = keep === 'a' ? [a, b] : [b, a];
    const of = ({ personId, version }: DuplicateCase['a']) => ({ personId, version });
    const done =
      is === 'merge'
        ? await merge.run({ keep: of(kept), drop: of(dropped), caseId, reason })
        : await distinct.run({ caseId, reason });
    if (done === undefined) return;
    message.success(is === 'merge' ? '已合并。合并错了可以在“合并记录”里撤销。' : '已记下：不是同一人。');
    onDone();
  };
  return (
    <ReasonDialog
      title={is === 'merge' ? `合并 ${one.a.name} 和 ${one.b.name}` : `${one.a.name} 和 ${one.b.name} 不是同一人`}
      action={is === 'merge' ? '合并' : '确认不是同一人'}
      busy={act.busy}
      problem={act.problem}
      onAct={(reason) => void send(reason)}
      onClose={onClose}
    >
      {is === 'merge' && (
        <Radio.Group
          style={{ marginBottom: 12 }}
          value={keep}
          onChange={({ target }) => setKeep(target.value === 'a' ? 'a' : 'b')}
          options={[
            { value: 'a', label: `保留甲（${one.a.villageName} ${one.a.name}）` },
            { value: 'b', label: `保留乙（${one.b.villageName} ${one.b.name}）` },
          ]}
        />
      )}
    </ReasonDialog>
  );
}
