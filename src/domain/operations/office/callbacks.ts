import * as z from 'zod';
import { command, query } from '../operation';
import { divisionCode, optionalLine } from '../shapes';

/** Whom residents call to make sure of an enumerator, to ask and to complain: the county's office, or their town's. */

const callbacksNow = z.strictObject({
  county: z.string(),
  /** Towns with a number of their own; the others are answered by the county. */
  towns: z.array(z.strictObject({ divisionCode: z.string(), name: z.string(), callback: z.string() })),
});

export const callbacks = query({
  name: 'office.callbacks',
  title: '查看联系电话',
  verb: 'campaign.manage',
  input: z.strictObject({}),
  output: callbacksNow,
});

/** '' takes a number back. Only the county sets them: a false number at the door would help whoever pretends. */
export const setCallback = command({
  name: 'office.setCallback',
  title: '设置联系电话',
  verb: 'campaign.manage',
  input: z.strictObject({ divisionCode, callback: optionalLine('联系电话', 60) }),
  output: callbacksNow,
});

export const callingBack = [callbacks, setCallback];
