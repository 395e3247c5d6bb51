import type { Answers, FormDefinition, Reasons } from '@/domain/form';
import { draftSchema, upgrade } from '@/domain/form';

/** A form half filled, as it lies in the phone's storage: one for each account, form and subject. */
export interface Draft {
  formVersion: number;
  /** Version of the live record it began from. */
  baseVersion: number;
  /** The answers it began from, where they had not arrived in the cloud. */
  startedFrom?: Answers;
  answers: Answers;
  reasons: Reasons;
  /** Where the person was. */
  page: string;
  savedAt: string;
  /** Random name of this write; absent in drafts of the first release. */
  stamp?: string;
}

export interface DraftShelf {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
}

export const draftKey = (accountId: string, form: string, subjectId: string): string =>
  `draft/${accountId}/${form}/${subjectId}`;

/** Reads a draft and brings it to the form's version. What cannot be read is no draft; a form is then begun anew. */
export function readDraft(form: FormDefinition, stored: unknown): Draft | undefined {
  if (!isDraft(stored)) return undefined;
  const upgraded = upgrade(form, stored.answers, stored.formVersion);
  const parsed = draftSchema(form).safeParse(upgraded);
  return parsed.success ? { ...stored, answers: parsed.data, formVersion: form.version } : undefined;
}

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const { formVersion, baseVersion, answers, reasons, page } = value as Partial<Draft>;
  return (
    typeof formVersion === 'number' &&
    typeof baseVersion === 'number' &&
    typeof answers === 'object' &&
    answers !== null &&
    typeof reasons === 'object' &&
    typeof page === 'string'
  );
}
