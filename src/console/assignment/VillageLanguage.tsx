import { App, Select } from 'antd';
import { useCommand } from '@/client/calls/use-command';
import { languages } from '@/domain/campaign/assignment';
import { setLanguage } from '@/domain/operations/office/assignment';
import { Trouble } from '../parts/Trouble';
import type { VillageRow } from './ByHand';

interface VillageLanguageProps {
  village: VillageRow;
  /** Missing for those who only look. */
  onDone: (() => void) | undefined;
}

const anyone = '不限';
const options = [{ value: '' as const, label: anyone }, ...languages.map((value) => ({ value, label: value }))];

/** Sharing out by rule sends those who speak it. */
export function VillageLanguage({ village: { villageCode, villageName, language }, onDone }: VillageLanguageProps) {
  const act = useCommand(setLanguage);
  const { message } = App.useApp();
  if (onDone === undefined) return language || anyone;
  const set = async (next: VillageRow['language']) => {
    if ((await act.run({ villageCode, language: next })) === undefined) return;
    message.success(next === '' ? '已取消语言要求。' : `已设定，自动均衡时会派会${next}的采集员。`);
    onDone();
  };
  return (
    <>
      <Select
        size="small"
        style={{ width: 96 }}
        aria-label={`${villageName}要说的语言`}
        value={language}
        options={options}
        loading={act.busy}
        onChange={(next) => void set(next)}
      />
      <Trouble problem={act.problem} />
    </>
  );
}
