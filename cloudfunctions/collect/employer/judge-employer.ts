import type { Answers, CheckContext } from '@/domain/form';
import { employerForm } from '@/domain/forms';
import type { submitEmployer } from '@/domain/operations/collecting/employer';
import type { InputOf } from '@/domain/operations/operation';
import { Problem } from '@/domain/problem';
import { dayInChina } from '../../runtime/clock';
import type { Context } from '../../runtime/handle';
import type { EmployerRow } from '../../store/queries/records/employers';
import { divisionBook } from '../division-book';
import { judge } from '../judge';
import { answersOfEmployer } from './employer-subject';

export type Input = InputOf<typeof submitEmployer>;
export type JudgedEmployer = ReturnType<typeof judgedEmployer>;

/** How answers were collected that somebody else sends on. */
export interface CollectedAs {
  system?: Answers;
  explained?: boolean;
}

/** The answers judged against what stands of this employer. Errors: as `judge`; form.faults for another village's. */
export function judgedEmployer(
  input: Input,
  employer: EmployerRow | undefined,
  context: Context,
  as: CollectedAs = {}
) {
  const { actor, now } = context;
  const said = new Date(input.collectedAt);
  const ctx: CheckContext = {
    today: dayInChina(now),
    mode: input.mode,
    sending: true,
    register: { village: input.villageCode },
    divisions: divisionBook,
  };
  const system = as.system ?? { enumerator: actor.name, collectedAt: (said < now ? said : now).toISOString() };
  const sent = { ...input, explained: as.explained ?? false };
  const verdict = judge(employerForm, sent, answersOfEmployer(employer, context), system, ctx);
  if (verdict.answers.village !== input.villageCode) {
    const first = '「所在村(居)」和打开的村不一致，请从单位所在的村打开再填。';
    throw new Problem('form.faults', { count: 1, first, field: 'village' });
  }
  return { verdict, ctx };
}
