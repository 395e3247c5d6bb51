import { isChildOn, roles, veilChanges } from '@/domain/access';
import { compare } from '@/domain/form';
import { comparison as operation } from '@/domain/operations/collecting/comparison';
import { dayInChina } from '../../runtime/clock';
import { type Context, handle } from '../../runtime/handle';
import { placeName } from '../../runtime/places';
import type { ComparisonRow } from '../../store/queries/field/comparisons';
import { divisionBook } from '../division-book';
import { type Beside, besideEachOther, comparisonRow, concernOfComparison, mayNotChoose } from './beside';
import { modeOfRow } from './list';

/** Both answers side by side: who said each, when and how, and what a human must choose. */
export const comparison = handle(operation, {
  concerns: async ({ comparisonId }, context) =>
    concernOfComparison(await comparisonRow(comparisonId, context), context.actor),
  async act({ comparisonId }, context) {
    const { actor, services, note } = context;
    const row = await comparisonRow(comparisonId, context);
    const beside = await besideEachOther(row, context);
    note({ subject: row.subjectId });
    return {
      comparisonId,
      kind: row.kind,
      formId: row.formId,
      subjectId: row.subjectId,
      name: row.name,
      villageCode: row.villageCode,
      villageName: placeName(services.county, row.villageCode),
      state: row.state,
      version: row.version,
      liveVersion: beside.standing?.version ?? 0,
      live: liveSide(beside),
      late: lateSide(row),
      fields: fieldsOf(beside, context),
      mayNot: mayNotChoose(row, actor),
      settled: settledOf(row),
    };
  },
});

function fieldsOf({ form, sides, merged, must }: Beside, { actor, now }: Context) {
  const today = dayInChina(now);
  const isChild = isChildOn(sides.late.birthDate ?? sides.live.birthDate, today);
  const changes = compare(form, sides.live, sides.late, { today, divisions: divisionBook });
  const differing = changes.filter(({ field }) => merged.different.includes(field));
  return veilChanges(actor.role, isChild, differing).map(({ field, label, before, after }) => ({
    field,
    label,
    live: before,
    late: after,
    must: must.includes(field),
    suggested: merged.taken.includes(field) ? ('late' as const) : ('live' as const),
  }));
}

const roleName = (role: string): string => Object.entries(roles).find(([known]) => known === role)?.[1] ?? '';

function liveSide({ standing }: Beside) {
  if (standing === undefined) return null;
  return {
    authorName: standing.author_name,
    authorRole: roleName(standing.author_role),
    mode: modeOfRow(standing.mode),
    collectedAt: standing.collected_at,
    receivedAt: standing.received_at,
    receiptNo: standing.receipt_no,
  };
}

const lateSide = (row: ComparisonRow) => ({
  authorName: row.authorName,
  authorRole: roleName(row.authorRole),
  mode: modeOfRow(row.mode),
  collectedAt: row.collectedAt,
  receivedAt: row.receivedAt,
  receiptNo: row.receiptNo,
});

function settledOf(row: ComparisonRow) {
  if (row.settledAt === null) return null;
  const { settledName: by, settledAt: at, reason, choices, settledVersion } = row;
  return { by, at, reason, choices, version: settledVersion ?? 0 };
}
