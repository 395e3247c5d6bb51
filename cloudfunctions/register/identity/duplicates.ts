import { type Actor, covers, places } from '@/domain/access';
import { maskName } from '@/domain/identity';
import * as operations from '@/domain/operations/people/register-identity';
import { Problem } from '@/domain/problem';
import { describeEvidence, duplicateKinds } from '@/domain/register/duplicates';
import { type Context, handle } from '../../runtime/handle';
import { pageFrom } from '../../runtime/page';
import { placeName } from '../../runtime/places';
import type { CountySettings } from '../../runtime/services';
import {
  type CaseRow,
  countCases,
  decideCase,
  findCase,
  listCases,
  type SideRow,
  sidesOf,
} from '../../store/queries/register/duplicates';
import { concernOfPeople } from './scope';

/** Likely doubles with both sides and the evidence, oldest first. */
export const duplicates = handle(operations.duplicates, {
  concerns: ({ divisionCode }) => places(divisionCode),
  async act({ divisionCode, kind, state, cursor, limit }, { db, actor, services }) {
    const filter = { place: divisionCode, kind: kind ?? null, state, after: cursor ?? '', limit: limit + 1 };
    const page = pageFrom(await listCases(db, actor.countyCode, filter), limit, ({ case_id }) => case_id);
    const ids = page.items.flatMap(({ person_a, person_b }) => [person_a, person_b]);
    const sides = new Map((await sidesOf(db, actor.countyCode, ids)).map((row) => [row.person_id, row]));
    return { next: page.next, items: page.items.flatMap((row) => describe(row, sides, actor, services.county)) };
  },
});

export const duplicateCounts = handle(operations.duplicateCounts, {
  concerns: ({ divisionCode }) => places(divisionCode),
  async act({ divisionCode }, { db, actor }) {
    const rows = await countCases(db, actor.countyCode, divisionCode);
    return { open: rows.map(({ kind, cases }) => ({ kind, title: duplicateKinds[kind], cases })) };
  },
});

/** A human says that they are two; the pair is not asked about again. */
export const keepDistinct = handle(operations.keepDistinct, {
  concerns: async ({ caseId }, context) => {
    const found = await caseOf(caseId, context);
    return concernOfPeople(context, [found.person_a, found.person_b]);
  },
  async act({ caseId, reason }, context) {
    const { db, actor, now } = context;
    const decided = await decideCase(db, actor.countyCode, caseId, {
      state: 'distinct',
      by: actor.accountId,
      reason,
      at: now,
    });
    if (!decided) throw new Problem('state.changed', { what: '这一对登记' });
    context.note({ reason, details: { caseId } });
    return { caseId, state: 'distinct' as const };
  },
});

async function caseOf(caseId: string, { db, actor }: Context): Promise<CaseRow> {
  const found = await findCase(db, actor.countyCode, caseId);
  if (found === undefined) throw new Problem('found.nothing', { what: '这一对登记' });
  return found;
}

function describe(row: CaseRow, sides: ReadonlyMap<string, SideRow>, actor: Actor, county: CountySettings) {
  const [a, b] = [sides.get(row.person_a), sides.get(row.person_b)];
  if (a === undefined || b === undefined) return [];
  return [
    {
      caseId: row.case_id,
      kind: row.kind,
      state: row.state,
      evidence: describeEvidence(row.kind, evidenceOf(row, a, b)),
      placeName: row.place === '' ? '' : placeName(county, row.place),
      a: side(a, actor, county),
      b: side(b, actor, county),
      decidedBy: row.decided_name ?? '',
      decidedAt: row.decided_at,
      reason: row.reason,
    },
  ];
}

const evidenceOf = ({ evidence }: CaseRow, a: SideRow, b: SideRow) => ({
  sameName: a.name === b.name,
  sameBirth: a.birth_date !== null && a.birth_date === b.birth_date,
  sameVillage: a.village_code !== null && a.village_code === b.village_code,
  sameSex: a.sex === b.sex,
  people: typeof evidence.people === 'number' ? evidence.people : undefined,
});

/** One side may lie with another town: that something speaks for one person is told, who he is only masked. */
function side(row: SideRow, actor: Actor, county: CountySettings) {
  const shown = plainSide(row, county);
  if (row.village_code === null || covers(actor, row.village_code)) return shown;
  const { name, headName } = shown;
  const masked = { name: maskName(name), headName: headName === '' ? '' : maskName(headName) };
  return { ...shown, ...masked, birthDate: null, phoneMasked: '', householdNo: '' };
}

const plainSide = (row: SideRow, county: CountySettings) => ({
  personId: row.person_id,
  version: row.version,
  name: row.name,
  sex: row.sex,
  birthDate: row.birth_date,
  idType: row.id_type,
  idMasked: row.id_masked,
  phoneMasked: row.phone_masked,
  villageName: row.village_code === null ? '' : placeName(county, row.village_code),
  householdNo: row.household_no ?? '',
  headName: row.head_name ?? '',
  origin: row.origin,
  collectState: row.collect_state,
  inRegister: row.in_register,
  mergedInto: row.merged_into,
});
