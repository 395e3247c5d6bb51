import { isChildOn, veilLines } from '@/domain/access';
import { personalForm } from '@/domain/forms';
import { paper as operation } from '@/domain/operations/collecting/collect';
import { concernOfPerson } from '../people/scope';
import { dayInChina } from '../runtime/clock';
import { handle } from '../runtime/handle';
import { paperOf } from './paper-of';

/** A person's frozen copy, veiled for the post that reads it. */
export const paper = handle(operation, {
  concerns: ({ personId }, { actor, db }) => concernOfPerson(db, actor, personId),
  act: ({ personId, version }, context) =>
    paperOf(context, {
      form: personalForm,
      subjectId: personId,
      version,
      veil: (lines, answers) =>
        veilLines(context.actor.role, isChildOn(answers.birthDate, dayInChina(context.now)), lines),
    }),
});
