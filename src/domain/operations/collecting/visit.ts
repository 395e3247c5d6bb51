import * as z from 'zod';
import { clientId } from '../envelope';
import { command } from '../operation';
import { collectState, instant, optionalLine, personId } from '../shapes';

/** Knocks and calls. */

/**
 * Sending the same visitId twice answers with the first reply.
 * `closeAs` closes a person who cannot be asked: classes 09 and 10 need a witness and the month, 11 and 12 a reason and a witness,
 * 13 and 14 three attempts on different days (this one counts). A supervisor or the town still confirms it.
 */
export const recordVisit = command({
  name: 'collect.recordVisit',
  during: 'collect',
  title: '登记上门或电话结果',
  verb: 'visit.record',
  input: z.strictObject({
    visitId: clientId.meta({ title: '走访编号' }),
    personId,
    channel: z.enum(['visit', 'phone']).meta({ title: '走访方式' }),
    /** Code of contact_outcome. */
    outcome: z
      .string()
      .regex(/^\d{2}$/, '请选择走访结果')
      .meta({ title: '走访结果' }),
    /** The leading village cadre. */
    cadre: optionalLine('带领村干部', 50),
    note: optionalLine('备注', 200),
    appointmentAt: instant.optional().meta({ title: '约定时间' }),
    at: instant.meta({ title: '走访时间' }),
    closeAs: z
      .strictObject({
        populationClass: z.enum(['09', '10', '11', '12', '13', '14']).meta({ title: '人口资源分类' }),
        /** YYYY-MM. */
        since: z
          .string()
          .regex(/^\d{4}-(0[1-9]|1[0-2])$/, '请填写年月')
          .optional()
          .meta({ title: '状态发生时间' }),
        witness: optionalLine('证明人', 50),
        reason: optionalLine('办结原因', 200),
      })
      .optional(),
  }),
  output: z.strictObject({
    visitId: z.string(),
    attempts: z.int(),
    /** Different days on which nobody was reached, this one included. */
    attemptDays: z.int(),
    collectState,
    /** What this leads to: a sentence. */
    next: z.string(),
  }),
});

export const visiting = [recordVisit];
