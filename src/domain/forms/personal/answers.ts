import type { AnswersOf, Judged, Rule } from '@/domain/form';
import { basic } from './basic';
import { collection } from './collection';
import { employment } from './employment';
import { skills } from './skills';
import { wishes } from './wishes';

/** The five blocks in the order of the paper form. */
export const blocks = [basic, employment, skills, wishes, collection] as const;

export type PersonalAnswers = AnswersOf<typeof blocks>;
export type PersonalRule = Rule<PersonalAnswers>;
export type JudgedPerson = Judged<PersonalAnswers>;
