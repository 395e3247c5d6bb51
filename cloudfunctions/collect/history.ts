import { isChildOn, roles, seesField, veil, veilChanges } from '@/domain/access';
import { compare, type FormDefinition } from '@/domain/form';
import { personalForm } from '@/domain/forms';
import { formModes, history as operation } from '@/domain/operations/collecting/collect';
import { concernOfPerson } from '../people/scope';
import { dayInChina } from '../runtime/clock';
import { handle } from '../runtime/handle';
import { papersOfPerson } from '../store/queries/field/signed-papers';
import { type VersionRow, versionsOf } from '../store/queries/records/record-versions';
import { divisionBook } from './division-book';
import { openVersion } from './subject';

const form: FormDefinition = personalForm;

/** Every version of a record: who, how, when, and what changed against the one it was based on. */
export const history = handle(operation, {
  concerns: ({ personId }, { actor, db }) => concernOfPerson(db, actor, personId),
  async act({ personId }, { actor, db, now, services }) {
    const rows = await versionsOf(db, actor.countyCode, form.name, personId);
    const papers = await papersOfPerson(db, actor.countyCode, personId);
    const opened = rows.map(
      (row) => [row.version, openVersion(services.secrecy, actor.countyCode, row).answers] as const
    );
    const answers = new Map(opened);
    const ctx = { today: dayInChina(now), divisions: divisionBook };
    const changesOf = (row: VersionRow) => {
      const before = answers.get(row.base_version);
      if (before === undefined) return [];
      const changes = compare(form, before, answers.get(row.version) ?? {}, ctx);
      // When and by whom stands beside the version already.
      return changes.filter(({ field }) => form.fields[field]?.source !== 'system');
    };
    const described = (row: VersionRow) => {
      const isChild = isChildOn(answers.get(row.version)?.birthDate, ctx.today);
      const reasons = Object.entries(row.reasons).map(([key, reason]) => ({
        about: labelOf(key),
        // The reason for an answer says as much as the answer.
        reason: seesField(actor.role, fieldOf(key), isChild) ? reason : veil,
      }));
      const onPaper = papers.some(({ version }) => version === row.version);
      return { ...describe(row), onPaper, reasons, changes: veilChanges(actor.role, isChild, changesOf(row)) };
    };
    return { versions: rows.map(described) };
  },
});

const describe = (row: VersionRow) => ({
  version: row.version,
  baseVersion: row.base_version,
  formVersion: row.form_version,
  mode: formModes.find((mode) => mode === row.mode) ?? ('visit' as const),
  authorName: row.author_name,
  authorRole: Object.entries(roles).find(([role]) => role === row.author_role)?.[1] ?? '',
  receiptNo: row.receipt_no,
  collectedAt: row.collected_at,
  receivedAt: row.received_at,
});

/** A reason is kept under `rule:field`; people read the field's label. */
const labelOf = (key: string): string => form.fields[fieldOf(key)]?.label ?? '这次更新';

const fieldOf = (key: string): string => key.slice(key.indexOf(':') + 1);
