import { places } from '@/domain/access';
import { employerForm } from '@/domain/forms';
import { employerPaper as operation } from '@/domain/operations/collecting/employer';
import { Problem } from '@/domain/problem';
import { handle } from '../../runtime/handle';
import { paperOf } from '../paper-of';
import { employerOf } from './employer-subject';

/** An employer's frozen copy, for whoever reviews it. */
export const employerPaper = handle(operation, {
  concerns: async (input, context) => {
    const employer = await employerOf(input, context);
    if (employer === undefined) throw new Problem('found.nothing', { what: '这个单位' });
    return places(employer.village_code);
  },
  act({ employerId, version }, context) {
    context.note({ subject: employerId });
    return paperOf(context, { form: employerForm, subjectId: employerId, version });
  },
});
