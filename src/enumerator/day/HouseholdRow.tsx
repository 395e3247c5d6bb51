import type { Entry } from '@/outbox';
import { ListRow, StateTag } from '@/ui';
import { houseNoInWords, lastAttempt } from '../parts/state-words';
import { unsentOf } from '../shelf/in-field';
import { foundIn, type HouseholdInList, isOpen } from '../shelf/order';

interface HouseholdRowProps {
  item: HouseholdInList;
  /** What was searched for: members found by it are named, so that the row explains itself. */
  words: string;
  entries: readonly Entry[];
  onPress: () => void;
}

/** One household: its head, where it lives, how many are left, what was tried last. */
export function HouseholdRow({ item: { household, members }, words, entries, onPress }: HouseholdRowProps) {
  const head = members[0];
  const found = words.trim() === '' ? [] : foundIn(members, words).filter((person) => person !== head);
  const left = members.filter(isOpen).length;
  const unsent = members.some(({ personId }) => unsentOf(entries, personId).length > 0);
  const returned = members.some(({ collectState }) => collectState === 'returned');
  const where = household
    ? [household.groupName, houseNoInWords(household.houseNo)].filter(Boolean).join(' ')
    : '没有分户';
  return (
    <ListRow
      name={`household-${household?.householdId ?? 'none'}`}
      title={`${head?.name ?? '（无人）'} ${members.length} 口人`}
      note={[found.length > 0 ? `有 ${found.map(({ name }) => name).join('、')}` : '', where, head && lastAttempt(head)]
        .filter(Boolean)
        .join(' · ')}
      value={
        unsent ? (
          <StateTag tone="wait">待发送</StateTag>
        ) : returned ? (
          <StateTag tone="fault">有退回</StateTag>
        ) : left === 0 ? (
          <StateTag tone="done">已齐</StateTag>
        ) : (
          <StateTag tone={household?.mode === 'visit' || household?.mode === 'due' ? 'wait' : 'plain'}>
            {`${modeWords[household?.mode ?? '']}还差 ${left} 人`}
          </StateTag>
        )
      }
      onPress={onPress}
    />
  );
}

/** Those who said they fill in by themselves come last; those who asked for a visit wait for one. */
const modeWords = { '': '', self: '自己填 · ', visit: '请上门 · ', due: '该上门 · ' } as const;
