import type { FormDefinition } from '@/domain/form';
import { employerForm } from './employer';
import { personalForm } from './personal';

export { type EmployerAnswers, employerForm, keptByEmployerForm } from './employer';
export { evidence } from './evidence';
export { keptByPersonalForm, type PersonalAnswers, personalForm, workingAgeOn, workingAges } from './personal';

/** Every form by name. */
export const forms = { personal: personalForm, employer: employerForm } as const;
export type FormName = keyof typeof forms;

export const isFormName = (name: string): name is FormName => name === 'personal' || name === 'employer';

/** The form of that name in its current version; undefined for a name that is none. */
export const formNamed = (name: string): FormDefinition | undefined => (isFormName(name) ? forms[name] : undefined);
