import { shortDayOf } from '@/client/words';
import { collectStates } from '@/domain/campaign/measures';
import { codeLabel } from '@/domain/codes';
import type { StateTone } from '@/ui';
import type { CarriedPerson } from '../shelf/carried';

const tones: Record<CarriedPerson['collectState'], StateTone> = {
  due: 'plain',
  collected: 'doing',
  returned: 'fault',
  confirmed: 'done',
  accepted: 'done',
  closed: 'plain',
};

/** The state of one person in a word, with what waits on this phone. */
export function stateOf(person: CarriedPerson, unsent: number): { tone: StateTone; words: string } {
  if (unsent > 0) return { tone: 'wait', words: '待发送' };
  if (person.refused) return { tone: 'fault', words: '已拒绝' };
  return { tone: tones[person.collectState], words: collectStates[person.collectState] };
}

/** 1月5日 · 无人接听 · 已试 2 次 */
export function lastAttempt({ attempts, lastOutcome, lastContactAt }: CarriedPerson): string {
  if (attempts === 0 && lastOutcome === '') return '还没有走访';
  const day = lastContactAt === '' ? '' : shortDayOf(lastContactAt);
  return [day, codeLabel('contact_outcome', lastOutcome), attempts > 0 ? `已试 ${attempts} 次` : '']
    .filter(Boolean)
    .join(' · ');
}

/** Registers write 12 or 12号; on the screen it is 12号. */
export const houseNoInWords = (houseNo: string): string => (/\d$/.test(houseNo) ? `${houseNo}号` : houseNo);
