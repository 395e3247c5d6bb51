import * as z from 'zod';
import { languages } from '../../campaign/assignment';
import { command, query } from '../operation';
import {
  count,
  cursor,
  day,
  divisionCode,
  id,
  instant,
  optionalLine,
  page,
  pageSize,
  reason,
  villageCode,
} from '../shapes';

/** As `campaign/parts` writes it: '' is the whole village, else a group (组), an old village, or a group of one. */
export const part = optionalLine('村民组或老村', 40);
const version = z.int().positive().meta({ title: '版本' });

export const leaseState = z.enum(['held', 'handedBack', 'takenBack', 'expired']);

const language = z.enum(['', ...languages]).meta({ title: '要说的语言' });

const assignmentRow = z.strictObject({
  assignmentId: id('任务编号'),
  postId: id('岗位编号'),
  enumerator: z.string(),
  organisation: z.string(),
  villageCode: z.string(),
  villageName: z.string(),
  part: z.string(),
  partName: z.string(),
  cadre: z.string(),
  version,
  state: leaseState,
  reason: z.string(),
  startsAt: instant,
  leasedUntil: instant,
  people: count,
  done: count,
});

export const myAssignments = query({
  name: 'assignment.mine',
  title: '我的采集任务',
  verb: 'assignment.read',
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(assignmentRow) }),
});

/** Village by village: who holds it or its parts, and what nobody holds. */
export const assignmentsOf = query({
  name: 'assignment.ofDivision',
  title: '采集分工',
  verb: 'assignment.read',
  input: z.strictObject({
    divisionCode,
    /** Also what each village could be divided into. */
    parts: z.boolean().default(false).meta({ title: '是否列出各组' }),
    cursor,
    limit: pageSize(20, 120),
  }),
  output: page(
    z.strictObject({
      villageCode: z.string(),
      villageName: z.string(),
      people: count,
      done: count,
      held: z.array(assignmentRow),
      /** People in no held lease. */
      unassigned: count,
      parts: z.array(z.strictObject({ part: z.string(), name: z.string(), people: count })),
      /** What must be spoken there; '' when anyone will do. */
      language,
    })
  ),
});

/** Enumerators who can be given work in a place, with what they hold now. */
export const enumerators = query({
  name: 'assignment.enumerators',
  title: '可分派的采集员',
  verb: 'assignment.manage',
  input: z.strictObject({ divisionCode, cursor, limit: pageSize(50, 200) }),
  output: page(
    z.strictObject({
      postId: id('岗位编号'),
      name: z.string(),
      organisation: z.string(),
      languages: z.array(z.string()),
      endsOn: day.nullable(),
      leases: count,
      /** People still to be collected in his leases. */
      load: count,
    })
  ),
});

const leaseNow = z.strictObject({ assignmentId: id('任务编号'), version, state: leaseState, leasedUntil: instant });

/** Problems: assignment.held, assignment.overlap, assignment.post, assignment.until; assignment.language without a reason. */
export const assign = command({
  name: 'assignment.assign',
  title: '分派采集任务',
  verb: 'assignment.manage',
  input: z.strictObject({
    postId: id('岗位编号'),
    villageCode,
    part,
    cadre: optionalLine('带队村干部', 50),
    /** Last day of the lease; without it the end of the collecting phase. */
    until: day.optional().meta({ title: '任务期限' }),
    /** Needed when he does not speak what is spoken there. */
    reason: optionalLine('原因', 200),
  }),
  output: leaseNow,
});

export const takeBack = command({
  name: 'assignment.takeBack',
  title: '收回采集任务',
  verb: 'assignment.manage',
  input: z.strictObject({ assignmentId: id('任务编号'), version, reason }),
  output: leaseNow,
});

export const handBack = command({
  name: 'assignment.handBack',
  title: '交回采集任务',
  verb: 'lease.hold',
  input: z.strictObject({ assignmentId: id('任务编号'), version, reason }),
  output: leaseNow,
});

export const extend = command({
  name: 'assignment.extend',
  title: '延长采集任务',
  verb: 'assignment.manage',
  input: z.strictObject({ assignmentId: id('任务编号'), version, until: day.meta({ title: '任务期限' }) }),
  output: leaseNow,
});

/** Sharing out by rule sends to a village those who speak what is spoken there; '' takes the wish back. */
export const setLanguage = command({
  name: 'assignment.setLanguage',
  title: '设定村里要说的语言',
  verb: 'assignment.manage',
  input: z.strictObject({ villageCode, language }),
  output: z.strictObject({ villageCode: z.string(), language }),
});

const balanceInput = {
  divisionCode,
  /** The enumerators to share among; empty is all who can work there. */
  postIds: z.array(id('岗位编号')).max(500).default([]).meta({ title: '采集员' }),
  /** Someone who leaves: only his work is shared out again. Null shares everything. */
  leaving: id('岗位编号').nullable().default(null),
};

const load = z.strictObject({
  postId: id('岗位编号'),
  name: z.string(),
  before: count,
  after: count,
});

/** How the work would be shared, with the loads before and after. Nothing changes yet. */
export const previewBalance = query({
  name: 'assignment.previewBalance',
  title: '自动分派预览',
  verb: 'assignment.manage',
  input: z.strictObject(balanceInput),
  output: z.strictObject({
    /** Of all that the preview was computed from; applying is refused when any of it has changed. */
    digest: z.string(),
    ideal: z.number(),
    /** Largest distance of a load from the ideal, as a share of it. */
    imbalance: z.strictObject({ before: z.number(), after: z.number() }),
    loads: z.array(load),
    moves: z.array(
      z.strictObject({
        villageCode: z.string(),
        villageName: z.string(),
        part: z.string(),
        partName: z.string(),
        people: count,
        from: z.strictObject({ postId: id('岗位编号'), name: z.string() }).nullable(),
        to: z.strictObject({ postId: id('岗位编号'), name: z.string() }),
      })
    ),
    /** What could not be respected, as sentences: no one speaks the language, one part is too large. */
    remarks: z.array(z.string()),
  }),
});

export const applyBalance = command({
  name: 'assignment.applyBalance',
  title: '按预览分派',
  verb: 'assignment.manage',
  input: z.strictObject({
    ...balanceInput,
    digest: z.string().min(16).max(128).meta({ title: '预览编号' }),
    reason,
    until: day.optional(),
  }),
  output: z.strictObject({ given: count, takenBack: count, kept: count }),
});

export const assigning = [
  myAssignments,
  assignmentsOf,
  enumerators,
  assign,
  takeBack,
  handBack,
  extend,
  setLanguage,
  previewBalance,
  applyBalance,
];
