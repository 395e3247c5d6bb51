import * as z from 'zod';
import { allCollectModes } from '../../campaign/household';
import { command, query } from '../operation';
import {
  collectState,
  count,
  cursor,
  day,
  householdId,
  instant,
  optionalLine,
  page,
  pageSize,
  reason,
  villageCode,
} from '../shapes';

/** The household slip (入户告知单) and how a household wants to be asked: by itself, or by a visit. */

const mode = z.enum(allCollectModes).meta({ title: '填报方式' });
const standing = z.enum(['done', 'self', 'open', 'asked', 'due']);

/** Until when a household may choose; null where no date is set and none follows from the phases. */
const window = z.strictObject({ closesOn: day.nullable(), open: z.boolean() });

/** One's own household: names of the others covered, since each of them answers for himself or is added as family. */
const ownHousehold = z.strictObject({
  householdId: z.string(),
  villageName: z.string(),
  groupName: z.string(),
  householdNo: z.string(),
  mode: z.union([mode, z.literal('')]),
  standing,
  chosenAt: instant.nullable(),
  members: z.array(
    z.strictObject({
      /** Only for those this account answers for. */
      personId: z.string().nullable(),
      name: z.string(),
      relationLabel: z.string(),
      collectState,
    })
  ),
});

/**
 * What the code of a slip opens: the village, and nothing about anybody. Only an account that answers for somebody of
 * the household, which takes his name and number, sees the household itself. Twenty tries an hour.
 * Problems: slip.code, slip.replaced is the same sentence, so that nothing can be learnt from it; call.tooOften.
 */
export const openSlip = query({
  name: 'account.openSlip',
  title: '打开入户告知单',
  verb: 'self.read',
  discloses: true,
  input: z.strictObject({ code: z.string().trim().min(1, '请填写').max(40).meta({ title: '告知单号码' }) }),
  output: z.strictObject({ villageName: z.string(), window, household: ownHousehold.nullable() }),
});

/** The households of those this account answers for. */
export const myHouseholds = query({
  name: 'account.myHouseholds',
  title: '查看我家的填报方式',
  verb: 'self.read',
  discloses: true,
  input: z.strictObject({}),
  output: z.strictObject({ window, households: z.array(ownHousehold) }),
});

/** Free until the window closes. Problems: person.notYours, household.windowClosed. */
export const chooseMode = command({
  name: 'account.chooseMode',
  title: '选择填报方式',
  verb: 'self.declare',
  input: z.strictObject({ householdId, mode }),
  output: z.strictObject({ householdId: z.string(), mode, standing }),
});

/** Household by household: how each wants to be asked, and whether it has its slip. */
export const slipList = query({
  name: 'notice.slipList',
  title: '入户告知单名单',
  verb: 'notice.publish',
  discloses: true,
  input: z.strictObject({
    villageCode,
    group: optionalLine('村民组', 40),
    cursor,
    limit: pageSize(50, 200),
  }),
  output: page(
    z.strictObject({
      householdId: z.string(),
      householdNo: z.string(),
      groupName: z.string(),
      houseNo: z.string(),
      /** Covered: 韦*明. */
      head: z.string(),
      people: count,
      left: count,
      standing,
      issuedAt: instant.nullable(),
    })
  ).extend({
    window,
    /** The whole village, whatever the group. */
    standings: z.strictObject({ done: count, self: count, open: count, asked: count, due: count }),
    groups: z.array(z.string()),
  }),
});

/**
 * A4 sheets of slips to cut, in the order of the list; a household without a code gets one, one that has it keeps it, so
 * that a sheet can be printed again.
 */
export const slipSheets = command({
  name: 'notice.slipSheets',
  title: '打印入户告知单',
  verb: 'notice.publish',
  discloses: true,
  input: z.strictObject({
    villageCode,
    group: optionalLine('村民组', 40),
    cursor,
    /** Five A4 sheets: pictures of WeChat are heavy, and a reply stays under 6 MB. */
    limit: pageSize(40, 40),
  }),
  output: z.strictObject({ html: z.string(), households: count, next: z.string().nullable() }),
});

/** A lost or misused slip: the old code is dead at once. */
export const reissueSlip = command({
  name: 'notice.reissueSlip',
  title: '重发入户告知单',
  verb: 'notice.publish',
  discloses: true,
  input: z.strictObject({ householdId, reason }),
  output: z.strictObject({ html: z.string() }),
});

/**
 * A household without a phone says it to the committee or at the door, and whoever hears it writes it down; the last
 * word counts, whoever wrote it. Problems: found.nothing, household.windowClosed.
 */
export const recordChoice = command({
  name: 'notice.recordChoice',
  title: '代记填报方式',
  verb: 'visit.record',
  input: z.strictObject({
    householdId,
    mode,
    /** Who said it and how: kept with the choice. */
    reason,
  }),
  output: z.strictObject({ householdId: z.string(), mode, standing }),
});

/** When households can no longer choose; null goes back to a month before collecting ends. */
export const setSelfWindow = command({
  name: 'office.setSelfWindow',
  title: '设置自己填报截止日',
  verb: 'campaign.manage',
  input: z.strictObject({ closesOn: day.nullable().meta({ title: '自己填报截止日' }) }),
  output: window,
});

export const householding = [
  openSlip,
  myHouseholds,
  chooseMode,
  slipList,
  slipSheets,
  reissueSlip,
  recordChoice,
  setSelfWindow,
];
