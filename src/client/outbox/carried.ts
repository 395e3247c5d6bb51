import { submitRecord } from '@/domain/operations/collecting/collect';
import { submitEmployer } from '@/domain/operations/collecting/employer';
import { attachPaper } from '@/domain/operations/collecting/signed-paper';
import { recordVisit } from '@/domain/operations/collecting/visit';
import { addPerson } from '@/domain/operations/people/register';

/** The acts that must survive without signal. Named one by one: the whole list of calls would weigh on every start. */
export const carried = [addPerson, submitRecord, recordVisit, submitEmployer, attachPaper] as const;

export type Carried = (typeof carried)[number];
