import { json } from '../../values';

/** Common table expressions of a submission: each adds its values to the one statement that stores it. */

type Add = (value: unknown) => string;

export interface NewVersion {
  county: string;
  recordId: string;
  formId: string;
  subjectId: string;
  villageCode: string | null;
  version: number;
  baseVersion: number;
  formVersion: number;
  state: string;
  answers: Readonly<Record<string, unknown>>;
  reasons: Readonly<Record<string, string>>;
  sealed: Buffer;
  mode: string;
  employmentState: string;
  respondent: string;
  author: { accountId: string; postId: string; name: string; role: string };
  consentVersion: string;
  submissionId: string;
  receiptNo: string;
  collectedAt: Date;
  receivedAt: Date;
  paradata: Readonly<Record<string, unknown>>;
}

/**
 * The live record and its new version. Two who send at once break record_version_pkey or record_one_live, and the
 * second one looks again.
 */
export function recordExpressions(one: NewVersion, add: Add): string[] {
  const [county, record, version] = [add(one.county), add(one.recordId), add(one.version)];
  const [receipt, mode, at, state] = [add(one.receiptNo), add(one.mode), add(one.receivedAt), add(one.state)];
  const [village, employment] = [add(one.villageCode), add(one.employmentState)];
  const live =
    one.baseVersion === 0
      ? `INSERT INTO record (county_code, record_id, form_id, subject_id, village_code, version, state, receipt_no, mode,
           employment_state, updated_at)
         VALUES (${county}::text, ${record}::text, ${add(one.formId)}::text, ${add(one.subjectId)}::text,
           ${village}::text, ${version}::int, ${state}::text, ${receipt}::text, ${mode}::text, ${employment}::text,
           ${at}::timestamptz)`
      : `UPDATE record SET version = ${version}::int, state = ${state}::text, receipt_no = ${receipt}::text,
           mode = ${mode}::text, village_code = ${village}::text, employment_state = ${employment}::text,
           updated_at = ${at}::timestamptz
         WHERE county_code = ${county}::text AND record_id = ${record}::text`;
  const kept = `INSERT INTO record_version (county_code, record_id, version, base_version, form_version, answers, reasons,
      sealed, mode, respondent, author_account, author_post, author_name, author_role, consent_version, submission_id,
      receipt_no, collected_at, received_at, paradata)
    VALUES (${county}::text, ${record}::text, ${version}::int, ${add(one.baseVersion)}::int,
      ${add(one.formVersion)}::int, ${add(json(one.answers))}::jsonb, ${add(json(one.reasons))}::jsonb,
      ${add(one.sealed)}::bytea, ${mode}::text, ${add(one.respondent)}::text, ${add(one.author.accountId)}::text,
      ${add(one.author.postId)}::text, ${add(one.author.name)}::text, ${add(one.author.role)}::text,
      ${add(one.consentVersion)}::text, ${add(one.submissionId)}::text, ${receipt}::text,
      ${add(one.collectedAt)}::timestamptz, ${at}::timestamptz, ${add(json(one.paradata))}::jsonb)`;
  return [`live_row AS (${live})`, `version_row AS (${kept})`];
}

/** Column → its type and new value. */
export type Changes = Readonly<Record<string, readonly [type: string, value: unknown]>>;

/**
 * Changes a person if nobody has since `version` was read: the counters are moved from what was read then.
 * The statement must check that `person_row` has one row.
 */
export function personExpression(
  person: { county: string; personId: string; version: number; at: Date },
  changes: Changes,
  add: Add
): string {
  const set = Object.entries(changes).map(([column, [type, value]]) => `${column} = ${add(value)}::${type}`);
  return `person_row AS (UPDATE person SET ${set.join(', ')}, version = version + 1,
      updated_at = ${add(person.at)}::timestamptz
    WHERE county_code = ${add(person.county)}::text AND person_id = ${add(person.personId)}::text
      AND version = ${add(person.version)}::int RETURNING person_id)`;
}

/** What he was reminded of is done. */
export const answeredExpression = (county: string, personId: string, at: Date, add: Add): string =>
  `answered_rows AS (UPDATE reminder SET answered_at = ${add(at)}::timestamptz
    WHERE county_code = ${add(county)}::text AND person_id = ${add(personId)}::text AND answered_at IS NULL)`;
