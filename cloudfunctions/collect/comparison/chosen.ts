import type { Answers } from '@/domain/form';
import type { ComparisonRow } from '../../store/queries/field/comparisons';

/** What stands once a human has chosen. */
export interface Chosen {
  row: ComparisonRow;
  answers: Answers;
  /** Those of the late answers, and why it was chosen so. */
  reasons: Record<string, string>;
  /** The late answers with what the function said of their collecting. */
  late: Answers;
}
