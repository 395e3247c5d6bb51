import { consentText } from '@/domain/campaign/consent';
import type { PersonFacts } from '@/domain/campaign/measures';
import { type Answers, paperCopy, splitSecrets } from '@/domain/form';
import { personalForm } from '@/domain/forms';
import { addDays } from '@/domain/identity';
import { divisionBook } from '../../collect/division-book';
import { paperKey, versionPlace } from '../../collect/subject';
import { dayInChina } from '../../runtime/clock';
import { newId } from '../../runtime/ids';
import {
  inventAnswers,
  type Past,
  type PastRecord,
  pastOf,
  type SeedCounty,
  type SeedHousehold,
  scenesOf,
} from '../seed';
import { comparisonRow, heldRow, saidOtherwise } from './beside';
import { dayOfCollecting } from './campaign';
import { type Author, type Holders, holderBefore, holders, lateAuthor, residentOf } from './holders';
import { type LivedPerson, untouched } from './lived';
import type { Told } from './rows';

/** More records than this would make the first start long; a larger county has them all the same, only sparser. */
const mostRecords = 3_000;
const usualShare = 0.3;

export interface LivedRows {
  people: Map<string, LivedPerson>;
  record: unknown[][];
  record_version: unknown[][];
  visit: unknown[][];
  record_return: unknown[][];
  comparison: unknown[][];
  held_entry: unknown[][];
}

/** Writes down what happened in the first weeks of collecting, so that the offices have something to look at. */
export function pastWriter(made: SeedCounty, told: Told): (household: SeedHousehold) => LivedRows {
  const { people, seed } = made.wish;
  const wish = {
    seed,
    until: addDays(made.wish.today, -1),
    days: dayOfCollecting - 1,
    share: Math.min(1, mostRecords / (people * usualShare)),
  };
  const holderOf = holders(made);
  const before = holderBefore(made);
  const sceneOf = scenesOf(made);
  return (household) => {
    const rows: LivedRows = {
      people: new Map(),
      record: [],
      record_version: [],
      visit: [],
      record_return: [],
      comparison: [],
      held_entry: [],
    };
    const holder = holderOf(household);
    if (!holder) return rows;
    const scene = sceneOf(household, holder.postId);
    for (const past of pastOf(household, wish, scene)) {
      writePerson(past, household, { ...holder, before }, rows, made, told);
    }
    const waiting = household.members.find(({ personId }) => personId !== household.headPersonId);
    if (scene === 'leaseMoved' && waiting) rows.held_entry.push(heldRow({ ...waiting, ...household }, holder, told));
    return rows;
  };
}

function writePerson(
  past: Past,
  household: SeedHousehold,
  holder: Holders,
  rows: LivedRows,
  made: SeedCounty,
  told: Told
) {
  const { person, contacts, record } = past;
  for (const [place, { at, channel, outcome }] of contacts.entries()) {
    const id = `v-${person.personId}-${place}`;
    rows.visit.push([
      told.countyCode,
      id,
      person.personId,
      household.villageCode,
      channel,
      outcome,
      holder.cadre,
      at,
      at,
      holder.accountId,
      holder.postId,
      holder.name,
    ]);
  }
  const last = contacts[contacts.length - 1];
  const contacted: PersonFacts = last
    ? { ...untouched(household.villageCode), lastOutcome: last.outcome, refused: last.outcome === '16' }
    : untouched(household.villageCode);
  const lived: LivedPerson = {
    facts: contacted,
    attempts: contacts.length,
    lastContactAt: last?.at ?? null,
    steps: [],
  };
  if (record) Object.assign(lived, writeRecord(past, record, household, holder, rows, made, told));
  rows.people.set(person.personId, lived);
}

function writeRecord(
  { person, scene }: Past,
  record: PastRecord,
  household: SeedHousehold,
  holder: Holders,
  rows: LivedRows,
  made: SeedCounty,
  told: Told
): Partial<LivedPerson> {
  const { countyCode, secrecy } = told;
  const { mode, collectedAt, state, settledAt, receiptNo } = record;
  const day = dayInChina(collectedAt);
  const author = mode === 'self' ? residentOf(household, person.name) : holder;
  const { cadre, cadrePhone } = holder;
  const { seed } = made.wish;
  const said = (by: Author, how: PastRecord['mode']) => {
    const invented = inventAnswers({
      person,
      household,
      seed,
      today: day,
      mode: how,
      cadre,
      cadrePhone,
      divisions: divisionBook,
    });
    const answers: Answers = {
      ...invented.answers,
      ...(by.role === 'enumerator' ? { enumerator: by.name, collectorVillage: household.villageCode } : {}),
      collectedAt: collectedAt.toISOString(),
      noticeVersion: consentText.version,
      divisionEdition: household.villageEdition,
    };
    return { answers, context: invented.context };
  };
  const { answers, context } = said(author, mode);
  const textOf = (field: string): string => (typeof answers[field] === 'string' ? answers[field] : '');
  const recordId = `r-${person.personId}`;
  const { open, secret } = splitSecrets(personalForm, answers);
  const paper = JSON.stringify(paperCopy(personalForm, answers, context));
  const sealed = secrecy.sealSecrets({ ...secret, [paperKey]: paper }, versionPlace(countyCode, recordId, 1));
  rows.record.push([
    countyCode,
    recordId,
    personalForm.name,
    person.personId,
    household.villageCode,
    1,
    state,
    receiptNo,
    mode,
    textOf('state'),
    settledAt,
  ]);
  const lateBy = lateAuthor(scene, household, holder);
  if (scene && lateBy) {
    const lateMode = lateBy.role === 'resident' ? 'self' : 'visit';
    const other = said(lateBy, lateMode);
    rows.comparison.push(
      comparisonRow(
        {
          scene,
          subjectId: person.personId,
          recordId,
          villageCode: household.villageCode,
          live: answers,
          late: saidOtherwise(other.answers, other.context),
          mode: lateMode,
          author: lateBy,
          liveAt: collectedAt,
        },
        told
      )
    );
  }
  if (state === 'returned') {
    // Judged by the office in the town; the one who collected it finds it among his returned records.
    const { reviewer } = holder;
    const comment = {
      field: answers.income === undefined ? 'relation' : 'income',
      text: '与名册或同村同工种的差得多，请与本人核对',
    };
    rows.record_return.push([
      countyCode,
      newId('x', settledAt),
      recordId,
      1,
      household.villageCode,
      author.accountId,
      author.postId,
      '有一项需要核对（示例）',
      JSON.stringify([comment]),
      reviewer.accountId,
      reviewer.name,
      settledAt,
    ]);
  }
  rows.record_version.push([
    countyCode,
    recordId,
    1,
    0,
    personalForm.version,
    open,
    sealed,
    mode,
    textOf('respondent'),
    author.accountId,
    author.postId,
    author.name,
    author.role,
    consentText.version,
    `s-${person.personId}`,
    receiptNo,
    collectedAt,
    collectedAt,
    { all: record.seconds * 1000 },
  ]);
  const collected: PersonFacts = {
    ...untouched(household.villageCode),
    collectState: 'collected',
    populationClass: textOf('populationClass'),
    employmentState: textOf('state'),
    lastOutcome: textOf('outcome'),
    recordMode: mode,
  };
  const facts: PersonFacts = { ...collected, collectState: state };
  const steps = [{ facts: collected, day }];
  if (state !== 'collected') steps.push({ facts, day: dayInChina(settledAt) });
  return { facts, lastContactAt: collectedAt, steps };
}
