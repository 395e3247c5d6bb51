import * as z from 'zod';
import { isChildOn, veilLines } from '@/domain/access';
import { type PaperCopy, printable } from '@/domain/form';
import { personalForm } from '@/domain/forms';
import { paper as operation } from '@/domain/operations/collect';
import { Problem } from '@/domain/problem';
import { concernOfPerson } from '../people/scope';
import { dayInChina } from '../runtime/clock';
import { handle } from '../runtime/handle';
import { versionOf } from '../store/queries/record-versions';
import { openVersion } from './subject';

/** The copy frozen when the form arrived: as the questions were worded then. */
export const paper = handle(operation, {
  concerns: ({ personId }, { actor, db }) => concernOfPerson(db, actor, personId),
  async act({ personId, version }, { actor, db, now, services }) {
    const row = await versionOf(db, actor.countyCode, { formId: personalForm.name, subjectId: personId, version });
    if (row === undefined)
      throw new Problem('found.nothing', { what: version === undefined ? '填报记录' : '这一版填报记录' });
    const { answers, paper: kept } = openVersion(services.secrecy, actor.countyCode, row);
    const isChild = isChildOn(answers.birthDate, dayInChina(now));
    const whole: PaperCopy = copyShape.parse(JSON.parse(kept));
    // What this post need not know is covered in the lines and on the page to print alike.
    const sections = whole.sections.map((section) => ({
      ...section,
      lines: veilLines(actor.role, isChild, section.lines),
    }));
    const copy: PaperCopy = { ...whole, sections };
    return {
      version: row.version,
      receiptNo: row.receipt_no,
      sections: copy.sections.map(({ title, lines }) => ({
        title,
        lines: lines.map(({ field, label, text }) => ({ field, label, text })),
      })),
      html: printable(copy, personalForm, { number: row.receipt_no }),
    };
  },
});

const copyShape = z.object({
  form: z.string(),
  version: z.int(),
  title: z.string(),
  madeOn: z.string(),
  sections: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      lines: z.array(
        z.object({ field: z.string(), label: z.string(), text: z.string(), codes: z.array(z.string()).optional() })
      ),
    })
  ),
});
