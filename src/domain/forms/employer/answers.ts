import type { AnswersOf, Rule } from '@/domain/form';
import { filing } from './filing';
import { needs } from './needs';
import { staff } from './staff';
import { unit } from './unit';

/** The four blocks in the order of the paper form. */
export const blocks = [unit, staff, needs, filing] as const;

export type EmployerAnswers = AnswersOf<typeof blocks>;
export type EmployerRule = Rule<EmployerAnswers>;
