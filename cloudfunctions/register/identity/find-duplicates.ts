import * as z from 'zod';
import { places } from '@/domain/access';
import { findDuplicates as operation } from '@/domain/operations/people/register-identity';
import { phoneShared } from '@/domain/register/duplicates';
import { nearPairs } from '@/domain/register/near-names';
import { jobKind, type Step } from '../../jobs/kind';
import { startJob } from '../../jobs/start';
import { idPlace } from '../../people/sealed';
import { handle } from '../../runtime/handle';
import { newId } from '../../runtime/ids';
import type { Db } from '../../store/port';
import { findOpenJob } from '../../store/queries/jobs/jobs';
import {
  type FoundPair,
  nextBorn,
  nextKeptNumbers,
  openCases,
  ownersOf,
  sharedPhones,
} from '../../store/queries/register/duplicate-search';

const input = z.object({});
const cursor = z.object({ part: z.enum(['numbers', 'births', 'phones']), after: z.string() });
type Cursor = z.output<typeof cursor>;
type SearchStep = Step<z.output<typeof input>, Cursor>;

interface Found {
  pairs: FoundPair[];
  looked: number;
  next: Cursor | undefined;
}

/** About so many people a page; a page holds whole birth dates. */
const pagePeople = 3000;

/** Looks through the county for likely doubles: kept old numbers, names by birth date, shared phones. */
export const duplicateSearch = jobKind<z.output<typeof input>, Cursor, Found>({
  kind: 'register.duplicates',
  input,
  cursor,
  first: { part: 'numbers', after: '' },
  read: (step) => step.services.store.read((db) => look(db, step)),
  async store(db, found, { countyCode, cursor: at, result, now }) {
    const opened = await openCases(db, countyCode, found.pairs, now);
    const before = typeof result.opened === 'number' ? result.opened : 0;
    return {
      cursor: found.next ?? at,
      done: found.looked,
      result: { opened: before + opened },
      finished: found.next === undefined,
    };
  },
});

function look(db: Db, step: SearchStep): Promise<Found> {
  switch (step.cursor.part) {
    case 'numbers':
      return lookAtNumbers(db, step);
    case 'births':
      return lookAtBirths(db, step);
    case 'phones':
      return lookAtPhones(db, step);
  }
}

/** An old number that, in today's form, is somebody's. */
async function lookAtNumbers(db: Db, { countyCode, cursor: { after }, services, now }: SearchStep): Promise<Found> {
  const rows = await nextKeptNumbers(db, countyCode, after, pagePeople);
  const numbers = rows.map((row) => ({
    row,
    indexes: services.secrecy.indexes('idNumber', services.secrecy.open(row.cipher, idPlace(countyCode, row.personId))),
  }));
  const owners = new Map(
    (
      await ownersOf(
        db,
        countyCode,
        numbers.flatMap(({ indexes }) => indexes)
      )
    ).map(({ personId, index }) => [index.toString('hex'), personId])
  );
  const pairs = numbers.flatMap(({ row, indexes }): FoundPair[] => {
    const owner = indexes.map((index) => owners.get(index.toString('hex'))).find((one) => one !== undefined);
    return owner === undefined ? [] : [pair('sameNumber', row.personId, owner, row.villageCode, now)];
  });
  const last = rows.at(-1);
  const more = rows.length === pagePeople && last !== undefined;
  return {
    pairs,
    looked: rows.length,
    next: more ? { part: 'numbers', after: last.personId } : { part: 'births', after: '0001-01-01' },
  };
}

/** The same birth date, and names that are the same or differ by one character. */
async function lookAtBirths(db: Db, { countyCode, cursor: { after }, now }: SearchStep): Promise<Found> {
  const rows = await nextBorn(db, countyCode, after, pagePeople);
  const byDate = new Map<string, typeof rows>();
  for (const row of rows) byDate.set(row.birthDate, [...(byDate.get(row.birthDate) ?? []), row]);
  const pairs = [...byDate.values()].flatMap((born) =>
    nearPairs(born).map(([a, b]) => {
      const sameVillage = a.villageCode !== null && a.villageCode === b.villageCode;
      const kind = a.nameKey === b.nameKey && sameVillage ? 'sameNameBirthVillage' : 'nearNameBirth';
      return pair(kind, a.personId, b.personId, a.villageCode ?? b.villageCode, now);
    })
  );
  const last = rows.at(-1);
  return {
    pairs,
    looked: rows.length,
    next: last === undefined ? { part: 'phones', after: '' } : { part: 'births', after: last.birthDate },
  };
}

async function lookAtPhones(db: Db, { countyCode, now }: SearchStep): Promise<Found> {
  const rows = await sharedPhones(db, countyCode, phoneShared);
  const pairs = rows.map(({ people, personA, personB, place }) => ({
    ...pair('sharedPhone', personA, personB, place, now),
    evidence: { people },
  }));
  return { pairs, looked: 0, next: undefined };
}

const pair = (
  kind: FoundPair['kind'],
  personA: string,
  personB: string,
  place: string | null,
  now: Date
): FoundPair => ({
  caseId: newId('dc', now),
  kind,
  personA,
  personB,
  evidence: {},
  place: place ?? '',
});

/** Puts the search in line; while one goes on a second one would find the same. */
export const findDuplicates = handle(operation, {
  concerns: (_, { actor }) => places(actor.countyCode),
  async act(_, { db, actor, now }) {
    const { countyCode } = actor;
    return searchDuplicates(db, { countyCode, createdBy: actor.accountId, now });
  },
});

/** An import ends with it, an officer may ask for it. */
export async function searchDuplicates(
  db: Db,
  { countyCode, createdBy, now }: { countyCode: string; createdBy: string; now: Date }
): Promise<{ jobId: string; alreadyRunning: boolean }> {
  const open = await findOpenJob(db, countyCode, duplicateSearch.kind);
  if (open !== undefined) return { jobId: open, alreadyRunning: true };
  const jobId = await startJob(db, {
    countyCode,
    kind: duplicateSearch,
    title: '查找重复人员',
    place: countyCode,
    input: {},
    createdBy,
    now,
  });
  return { jobId, alreadyRunning: false };
}
