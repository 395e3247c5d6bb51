import { places } from '@/domain/access';
import * as operations from '@/domain/operations/people/register-import';
import { rowReasons } from '@/domain/register/outcomes';
import { handle } from '../../runtime/handle';
import { pageFrom } from '../../runtime/page';
import { placeName } from '../../runtime/places';
import { listChanges, listImportRows } from '../../store/queries/register/import-results';
import { runOf } from './progress';

/** Doubtful and refused rows in the order of the file; the row itself is not shown, only downloaded. */
export const importRows = handle(operations.importRows, {
  concerns: (_, { actor }) => places(actor.countyCode),
  async act({ runId, outcome, reason, cursor, limit }, context) {
    const { db, actor, services } = context;
    await runOf(db, actor.countyCode, runId);
    context.note({ subject: runId });
    const filter = {
      outcome: outcome ?? null,
      reason: reason ?? null,
      after: Number(cursor ?? 0) || 0,
      limit: limit + 1,
    };
    const page = pageFrom(await listImportRows(db, actor.countyCode, runId, filter), limit, ({ line }) => String(line));
    return {
      next: page.next,
      items: page.items.map((row) => ({
        line: row.line,
        outcome: row.outcome,
        reason: row.reason,
        sentence: rowReasons[row.reason].sentence,
        about: row.about,
        name: row.name,
        idMasked: row.id_masked,
        personId: row.person_id,
        village: row.village === '' ? '' : placeName(services.county, row.village),
      })),
    };
  },
});

/** Who came, left, moved or may have died between the edition before and this one. */
export const importChanges = handle(operations.importChanges, {
  concerns: (_, { actor }) => places(actor.countyCode),
  async act({ runId, change, cursor, limit }, context) {
    const { db, actor, services } = context;
    await runOf(db, actor.countyCode, runId);
    context.note({ subject: runId, details: { change } });
    const rows = await listChanges(db, actor.countyCode, runId, { change, after: cursor ?? '', limit: limit + 1 });
    const page = pageFrom(rows, limit, ({ person_id }) => person_id);
    const village = (code: string | null): string => (code === null ? '' : placeName(services.county, code));
    return {
      next: page.next,
      items: page.items.map((row) => ({
        personId: row.person_id,
        name: row.name,
        idMasked: row.id_masked,
        birthDate: row.birth_date,
        fromVillage: village(row.from_village),
        toVillage: village(row.to_village),
        why: row.why,
      })),
    };
  },
});
