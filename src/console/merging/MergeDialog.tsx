import { App, Form, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useCommand } from '@/client/calls/use-command';
import { editionAfter, editions, findDivision, likelySuccessors } from '@/domain/divisions';
import { setMergeRow } from '@/domain/operations/people/merge-table';
import { ReasonDialog } from '../acts/ReasonDialog';
import type { MergeRow } from './row';

interface MergeDialogProps {
  row: MergeRow;
  onClose: () => void;
  onDone: () => void;
}

/** Says where an old village went; the villages of its town are offered, likely ones first. */
export function MergeDialog({ row, onClose, onDone }: MergeDialogProps) {
  const [to, setTo] = useState(row.to.map(({ code }) => code));
  const act = useCommand(setMergeRow);
  const { message } = App.useApp();
  const options = useMemo(() => successorsOf(row.from.code), [row.from.code]);
  const send = async (reason: string) => {
    const reply = await act.run({ from: row.from.code, to, reason });
    if (reply === undefined) return;
    message.success(told(row.from.name, reply));
    onDone();
    onClose();
  };
  return (
    <ReasonDialog
      title={`${row.townName}${row.from.name}并入了哪个村`}
      action="保存"
      busy={act.busy}
      problem={act.problem}
      onAct={(reason) => void send(reason)}
      onClose={onClose}
    >
      <Form layout="vertical">
        <Form.Item
          label="现在的村（居）"
          extra={
            row.waiting > 0
              ? `有 ${row.waiting} 人等待归属，只选一个村的，保存后他们会归到这个村。`
              : '拆分到几个村的可以多选；清空表示还不知道。'
          }
        >
          <Select
            className="at--merged-into"
            mode="multiple"
            maxCount={6}
            showSearch
            optionFilterProp="label"
            options={options}
            value={to}
            onChange={setTo}
            placeholder="请选择，可输入村名查找"
          />
        </Form.Item>
      </Form>
    </ReasonDialog>
  );
}

function successorsOf(code: string): { value: string; label: string }[] {
  const [oldest] = editions;
  const village = oldest && findDivision(code, oldest.id);
  const next = oldest && editionAfter(oldest.id);
  if (!village || !next) return [];
  return likelySuccessors(village, next).map(({ code: value, name: label }) => ({ value, label }));
}

function told(name: string, { settled, left }: { settled: number; left: number }): string {
  if (settled === 0 && left === 0) return `${name}已保存。`;
  if (left === 0) return `${name}已保存，${settled} 人已归属。`;
  return settled === 0
    ? `${name}已保存，还有 ${left} 人等待逐人认领。`
    : `${name}已保存，${settled} 人已归属，还有 ${left} 人，请再保存一次。`;
}
