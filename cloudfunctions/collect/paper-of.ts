import * as z from 'zod';
import { type FormDefinition, type PaperCopy, printable } from '@/domain/form';
import { Problem } from '@/domain/problem';
import type { Context } from '../runtime/handle';
import { versionOf } from '../store/queries/records/record-versions';
import { openVersion } from './subject';

type Section = PaperCopy['sections'][number];

interface Wanted {
  form: FormDefinition;
  subjectId: string;
  version: number | undefined;
  /** Covers what this post need not know, in the lines and on the page to print alike. */
  veil?(lines: Section['lines'], answers: ReturnType<typeof openVersion>['answers']): Section['lines'];
}

/** The copy frozen with a version: as the questions were worded then. Errors: found.nothing. */
export async function paperOf(
  { db, actor, services }: Pick<Context, 'db' | 'actor' | 'services'>,
  { form, subjectId, version, veil = (lines) => lines }: Wanted
) {
  const row = await versionOf(db, actor.countyCode, { formId: form.name, subjectId, version });
  if (row === undefined)
    throw new Problem('found.nothing', { what: version === undefined ? '填报记录' : '这一版填报记录' });
  const { answers, paper } = openVersion(services.secrecy, actor.countyCode, row);
  const whole: PaperCopy = copyShape.parse(JSON.parse(paper));
  const copy: PaperCopy = {
    ...whole,
    sections: whole.sections.map((section) => ({ ...section, lines: veil(section.lines, answers) })),
  };
  return {
    version: row.version,
    receiptNo: row.receipt_no,
    sections: copy.sections.map(({ title, lines }) => ({
      title,
      lines: lines.map(({ field, label, text }) => ({ field, label, text })),
    })),
    html: printable(copy, form, { number: row.receipt_no }),
  };
}

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
