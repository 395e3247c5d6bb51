import { paper } from '@/domain/operations/collecting/collect';
import { employerPaper } from '@/domain/operations/collecting/employer';
import type { OutputOf } from '@/domain/operations/operation';
import { type Query, useQuery } from '../calls/use-query';

interface RecordInReview {
  formId: string;
  /** The person or the employer. */
  subjectId: string;
  version: number;
}

/** The frozen copy of a record under review, whichever form it is of. */
export function useRecordPaper({ formId, subjectId, version }: RecordInReview): Query<OutputOf<typeof paper>> {
  const isEmployer = formId === 'employer';
  const person = useQuery(paper, isEmployer ? undefined : { personId: subjectId, version });
  const employer = useQuery(employerPaper, isEmployer ? { employerId: subjectId, version } : undefined);
  return isEmployer ? employer : person;
}
