import { randomBytes } from 'node:crypto';
import type * as z from 'zod';
import { consentText } from '@/domain/campaign/consent';
import { check, findingKey } from '@/domain/form';
import { personalForm } from '@/domain/forms';
import { submitRecord } from '@/domain/operations/collecting/collect';
import { main } from '../../../cloudfunctions/collect';
import { divisionBook } from '../../../cloudfunctions/collect/division-book';
import { generateCounty, inventAnswers, type SeedHousehold, type SeedPerson } from '../../../cloudfunctions/local/seed';
import { dayInChina } from '../../../cloudfunctions/runtime/clock';
import type { Store } from '../../../cloudfunctions/store/port';
import { type BenchCounty, benchCounty, seed } from '../county';
import { type Rate, rate } from '../measure';
import { line, number } from '../print';
import { onEachStore } from '../stores';
import { option, type Suite } from '../suite';
import { rawInsert } from './raw-insert';

const allCallers = [1, 8, 32];

export const submissions: Suite = {
  name: 'submissions',
  title: 'forms a second through the whole function path, beside the same rows stored raw',
  async run(args) {
    const people = option(args, 'people', 24_000);
    const milliseconds = option(args, 'milliseconds', 1500);
    await onEachStore(async (store) => {
      const county = await benchCounty(store, people);
      const next = await due(store, people);
      await rate(4, 1000, () => submit(county, next()));
      for (const callers of allCallers) {
        const raw = await rawInsert(county.services, async () => {
          const input = next();
          await submit(county, input);
          return input;
        });
        const ceiling = await rate(callers, milliseconds, raw);
        const path = await rate(callers, milliseconds, () => submit(county, next()));
        line(`raw insert, ${callers} callers`, ...shown(ceiling));
        const share = `${((100 * path.perSecond) / ceiling.perSecond).toFixed(0)} % of raw`;
        line(`submission, ${callers} callers`, ...shown(path), share);
      }
    });
  },
};

const shown = ({ perSecond, p50, p95 }: Rate): string[] => [
  number(perSecond, '/s', 0),
  `p50 ${number(p50, 'ms')}`,
  `p95 ${number(p95, 'ms')}`,
];

async function submit(county: BenchCounty, input: Input): Promise<void> {
  const reply = await county.call(main, submitRecord, input);
  if (!reply.ok) throw new Error(`a submission was refused: ${reply.problem.code} ${reply.problem.message}`);
}

/** Inputs for people nobody has asked yet, made as they are wanted so that making them is not measured twice. */
export async function due(store: Store, people: number): Promise<() => Input> {
  const rows = await store.read((db) =>
    db.query<{ person_id: string }>(`SELECT person_id FROM person WHERE collect_state = 'due'`)
  );
  const waiting = new Set(rows.map(({ person_id }) => person_id));
  const today = dayInChina(new Date());
  const inputs: Input[] = [];
  for (const households of generateCounty({ people, seed, today, edition: '2018-10-31' }).batches()) {
    for (const household of households) {
      for (const person of household.members) {
        const input = waiting.has(person.personId) ? inputOf(person, household, today) : undefined;
        if (input !== undefined) inputs.push(input);
      }
    }
  }
  // Half of them: the other half is stored raw.
  const half = inputs.slice(0, inputs.length / 2);
  let turn = 0;
  return () => {
    turn += 1;
    const input = half[turn - 1];
    if (input === undefined) throw new Error('nobody is left to ask: take more people');
    return input;
  };
}

type Input = z.input<typeof submitRecord.input>;

/** What the register says of a person is confirmed on the phone, not sent back. */
const confirmed = [
  'idType',
  'idNo',
  'name',
  'sex',
  'birthDate',
  'ethnic',
  'hukouNature',
  'hukouVillage',
  'hukouAddress',
];
const ofHousehold = ['householdNo', 'relation', 'headName', 'headIdNo'];

/** Invented telephones repeat; only the store can tell how often. */
const shared = { 'W24:phone': '已核对' };

/** As an enumerator sends it from the door; nobody is closed. A warning gets its reason, as at the door. */
function inputOf(person: SeedPerson, household: SeedHousehold, today: string): Input | undefined {
  const cadre = { cadre: '示例村支书', cadrePhone: '' };
  const invented = inventAnswers({ person, household, seed, today, mode: 'visit', ...cadre, divisions: divisionBook });
  const { answers, context } = invented;
  if (!['01', '02', '03', '07', '08'].includes(String(answers.populationClass))) return undefined;
  const sent = Object.entries(answers).filter(([key]) => !confirmed.includes(key) && !ofHousehold.includes(key));
  const warnings = check(personalForm, { ...answers, confirmed: true }, context);
  return {
    submissionId: randomBytes(15).toString('base64url'),
    personId: person.personId,
    formVersion: personalForm.version,
    baseVersion: 0,
    answers: { ...Object.fromEntries(sent), confirmed: true },
    mode: 'visit',
    consentVersion: consentText.version,
    collectedAt: new Date().toISOString(),
    reasons: { ...Object.fromEntries(warnings.map((finding) => [findingKey(finding), '已核对'])), ...shared },
  };
}
