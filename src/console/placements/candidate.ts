import { findDivision } from '@/domain/divisions';
import type { unplaced } from '@/domain/operations/people/register-placement';
import type { RowOf } from '../parts/use-keyed-pages';

export type Candidate = RowOf<typeof unplaced>['candidates'][number];

/** A name of two towns says nothing without its town. */
export const candidateLabel = ({ code, name }: Candidate): string =>
  `${findDivision(code.slice(0, 9))?.name ?? ''}${name}`;
