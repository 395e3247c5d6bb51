import * as z from 'zod';
import { command, query } from '../operation';
import { day, line } from '../shapes';

const phase = z.strictObject({
  phase: z.string().min(1).max(30).meta({ title: '阶段' }),
  title: line('阶段名称', 40).min(2, '请填写阶段名称'),
  startsOn: day.meta({ title: '开始日期' }),
  /** The last phase is open: collecting has become routine. */
  endsOn: day.nullable().meta({ title: '结束日期' }),
});

/** The four phases of the plan, which one holds today, and what may be done in it. */
export const phases = query({
  name: 'office.phases',
  title: '工作阶段',
  verb: 'signedIn',
  input: z.strictObject({}),
  output: z.strictObject({
    today: day,
    items: z.array(phase.extend({ current: z.boolean() })),
    /** Last day of collecting, and how many days are left (negative when past). */
    deadline: day.nullable(),
    daysLeft: z.int().nullable(),
    /** Last day on which a household may choose between filling in by itself and a visit. */
    selfUntil: day.nullable(),
  }),
});

/** Sets the dates; the phases follow each other without a gap and in order. */
export const setPhases = command({
  name: 'office.setPhases',
  title: '设置工作阶段',
  verb: 'campaign.manage',
  input: z.strictObject({ items: z.array(z.strictObject(phase.shape)).min(1).max(10).meta({ title: '工作阶段' }) }),
  output: z.strictObject({ items: z.array(phase) }),
});

export const phasing = [phases, setPhases];
