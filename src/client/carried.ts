import { submitRecord } from '@/domain/operations/collect';
import { submitEmployer } from '@/domain/operations/employer';
import { addPerson } from '@/domain/operations/register';
import { attachPaper } from '@/domain/operations/signed-paper';
import { recordVisit } from '@/domain/operations/visit';

/** The acts that must survive without signal. Named one by one: the whole list of calls would weigh on every start. */
export const carried = [addPerson, submitRecord, recordVisit, submitEmployer, attachPaper] as const;

export type Carried = (typeof carried)[number];
