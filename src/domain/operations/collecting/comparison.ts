import * as z from 'zod';
import { command, query } from '../operation';
import { count, cursor, divisionCode, id, instant, page, pageSize, reason } from '../shapes';
import { formModes } from './collect';

/**
 * Answers that came against others: kept beside the record until a human chooses, field by field.
 * conflict: two people said different things · lease: it came after the village had gone to somebody else
 */

const comparisonId = id('比对编号');
const kind = z.enum(['conflict', 'lease']);
const mode = z.enum(formModes);
const sideName = z.enum(['live', 'late']);

export const comparisons = query({
  name: 'collect.comparisons',
  title: '查看待核对的两份填报',
  verb: 'comparison.read',
  input: z.strictObject({
    divisionCode,
    state: z.enum(['open', 'settled']).default('open').meta({ title: '处理情况' }),
    cursor,
    limit: pageSize(30, 100),
  }),
  output: page(
    z.strictObject({
      comparisonId: z.string(),
      kind,
      formId: z.string(),
      subjectId: z.string(),
      /** Of the person or the employer. */
      name: z.string(),
      villageCode: z.string(),
      villageName: z.string(),
      /** Labels of the fields that a human must choose. */
      fields: z.array(z.string()),
      liveBy: z.string(),
      lateBy: z.string(),
      lateMode: mode,
      collectedAt: instant,
      receivedAt: instant,
      version: z.int(),
      /** One of the two answers is the caller's own: somebody else chooses. */
      own: z.boolean(),
    })
  ).extend({ open: count }),
});

const side = z.strictObject({
  authorName: z.string(),
  /** In words: 采集员. */
  authorRole: z.string(),
  mode,
  collectedAt: instant,
  receivedAt: instant,
  receiptNo: z.string(),
});

export const comparison = query({
  name: 'collect.comparison',
  title: '核对两份填报',
  verb: 'comparison.read',
  discloses: true,
  input: z.strictObject({ comparisonId }),
  output: z.strictObject({
    comparisonId: z.string(),
    kind,
    formId: z.string(),
    subjectId: z.string(),
    name: z.string(),
    villageCode: z.string(),
    villageName: z.string(),
    state: z.enum(['open', 'settled']),
    /** Sent back with the choice: when either has changed since, somebody was quicker. */
    version: z.int(),
    liveVersion: z.int(),
    /** Null where nothing stood: a person nobody had collected. */
    live: side.nullable(),
    late: side,
    /** What differs, in the order of the form, readable; identifiers masked. */
    fields: z.array(
      z.strictObject({
        field: z.string(),
        label: z.string(),
        live: z.string(),
        late: z.string(),
        /** A human must choose; of the others `suggested` stands unless he says otherwise. */
        must: z.boolean(),
        suggested: sideName,
      })
    ),
    /** Empty when the caller may choose; else the sentence why not. */
    mayNot: z.string(),
    settled: z
      .strictObject({
        by: z.string(),
        at: instant,
        reason: z.string(),
        choices: z.record(z.string(), sideName),
        /** The version that came of it; 0 when everything stayed as it was. */
        version: z.int(),
      })
      .nullable(),
  }),
});

/**
 * The choice becomes a new version; both answers stay in the history.
 * Problems: comparison.settled, comparison.mayNot, state.changed, form.faults (what was chosen does not fit together).
 */
export const settleComparison = command({
  name: 'collect.settleComparison',
  title: '选定两份填报',
  verb: 'comparison.settle',
  input: z.strictObject({
    comparisonId,
    version: z.int().min(1).meta({ title: '比对版本' }),
    liveVersion: z.int().min(0).meta({ title: '记录版本' }),
    choices: z.record(z.string().max(64), sideName).meta({ title: '选择' }),
    reason,
  }),
  output: z.strictObject({
    comparisonId: z.string(),
    /** The record's version now. */
    version: z.int(),
    /** kept: everything stayed as it was. */
    outcome: z.enum(['kept', 'changed']),
  }),
});

export const comparing = [comparisons, comparison, settleComparison];
