import { LongListField } from '@/ui';

interface GroupChoiceProps {
  groups: readonly string[];
  value: string;
  onChange: (group: string) => void;
}

/** One group (组) of the village, or all of it. */
export function GroupChoice({ groups, value, onChange }: GroupChoiceProps) {
  if (groups.length < 2) return null;
  const options = [{ value: '', label: '全村' }, ...groups.map((group) => ({ value: group, label: group }))];
  return <LongListField name="group" label="村民组" options={options} value={value} onChange={onChange} />;
}
