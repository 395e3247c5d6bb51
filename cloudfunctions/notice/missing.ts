import { places } from '@/domain/access';
import { isQuiet } from '@/domain/campaign';
import { listMissing as operation } from '@/domain/operations/publicity/reminder';
import { handle } from '../runtime/handle';
import { joinKey, pageFrom, splitKey } from '../runtime/page';
import { knownPlace, placeName } from '../runtime/places';
import type { Db } from '../store/port';
import { missingIn, type ReminderPerson } from '../store/queries/notice/reminders';
import { countersUnder } from '../store/queries/office/figures';
import { answerFor } from './ladder';

interface Wanted {
  countyCode: string;
  village: string;
  group: string | null;
  remindable: boolean;
  cursor: string | null;
  limit: number;
  now: Date;
}

/** Who is missing, and what may be done about each of them now. */
export const listMissing = handle(operation, {
  concerns: ({ villageCode }) => places(villageCode),
  async act({ villageCode, group, remindable, cursor, limit }, { db, actor, now, services }) {
    knownPlace(services.county, villageCode);
    const { countyCode } = actor;
    const wanted = { countyCode, village: villageCode, group: group ?? null, remindable, cursor, limit, now };
    const page = pageFrom(await readEnough(db, wanted), limit, keyOf);
    const counters = (await countersUnder(db, countyCode, villageCode, 12)).get(villageCode) ?? {};
    return {
      items: page.items.map((person) => lineOf(person, now)),
      next: page.next,
      village: {
        name: placeName(services.county, villageCode),
        people: counters.people ?? 0,
        missing: (counters.due ?? 0) + (counters.returned ?? 0),
      },
      quiet: isQuiet(now),
    };
  },
});

const keyOf = ({ group, householdId, personId }: ReminderPerson): string => joinKey(group, householdId, personId);

/** Reads on until a page is full: those who may not be reminded now are passed over when only the others are asked for. */
async function readEnough(db: Db, { countyCode, village, group, remindable, cursor, limit, now }: Wanted) {
  const [first = '', second = '', third = ''] = splitKey(cursor, 3) ?? [];
  let after: readonly [string, string, string] = [first, second, third];
  const found: ReminderPerson[] = [];
  const size = remindable ? 200 : limit + 1;
  for (;;) {
    const rows = await missingIn(db, countyCode, { village, group, after, limit: size });
    found.push(...(remindable ? rows.filter((person) => answerFor(person, now).may) : rows));
    const last = rows.at(-1);
    if (last === undefined || rows.length < size || found.length > limit) return found.slice(0, limit + 1);
    after = [last.group, last.householdId, last.personId];
  }
}

function lineOf(person: ReminderPerson, now: Date) {
  const { personId, name, idMasked, phoneMasked, group, householdId, houseNo, history } = person;
  const answer = answerFor(person, now);
  return {
    personId,
    name,
    idMasked,
    phoneMasked,
    group,
    householdId,
    houseNo,
    state: person.state === 'returned' ? ('returned' as const) : ('due' as const),
    hasWechat: person.accountId !== null,
    wantsVisit: person.wantsVisit,
    last: history.at(-1) ?? null,
    times: history.length,
    may: answer.may,
    next: answer.next,
    why: answer.may ? '' : answer.sentence,
  };
}
