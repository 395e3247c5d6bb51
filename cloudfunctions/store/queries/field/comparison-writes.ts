import { json } from '../../values';

type Add = (value: unknown) => string;

export interface NewComparison {
  county: string;
  comparisonId: string;
  kind: 'conflict' | 'lease';
  formId: string;
  subjectId: string;
  recordId: string | null;
  villageCode: string;
  baseVersion: number;
  liveVersion: number;
  formVersion: number;
  fields: readonly string[];
  sealed: Buffer;
  mode: string;
  respondent: string;
  author: { accountId: string; postId: string; name: string; role: string };
  consentVersion: string;
  submissionId: string;
  receiptNo: string;
  collectedAt: Date;
  receivedAt: Date;
  paradata: Readonly<Record<string, unknown>>;
}

/** Keeps late answers beside the record. The same submission sent twice breaks comparison_submission. */
export function comparisonExpression(one: NewComparison, add: Add): string {
  const columns: [string, string, unknown][] = [
    ['county_code', 'text', one.county],
    ['comparison_id', 'text', one.comparisonId],
    ['kind', 'text', one.kind],
    ['form_id', 'text', one.formId],
    ['subject_id', 'text', one.subjectId],
    ['record_id', 'text', one.recordId],
    ['village_code', 'text', one.villageCode],
    ['base_version', 'int', one.baseVersion],
    ['live_version', 'int', one.liveVersion],
    ['form_version', 'int', one.formVersion],
    ['fields', 'text[]', [...one.fields]],
    ['sealed', 'bytea', one.sealed],
    ['mode', 'text', one.mode],
    ['respondent', 'text', one.respondent],
    ['author_account', 'text', one.author.accountId],
    ['author_post', 'text', one.author.postId],
    ['author_name', 'text', one.author.name],
    ['author_role', 'text', one.author.role],
    ['consent_version', 'text', one.consentVersion],
    ['submission_id', 'text', one.submissionId],
    ['receipt_no', 'text', one.receiptNo],
    ['collected_at', 'timestamptz', one.collectedAt],
    ['received_at', 'timestamptz', one.receivedAt],
    ['paradata', 'jsonb', json(one.paradata)],
  ];
  return `comparison_row AS (INSERT INTO comparison (${columns.map(([name]) => name).join(', ')})
    VALUES (${columns.map(([, type, value]) => `${add(value)}::${type}`).join(', ')}))`;
}
