import { history, openForm, submitRecord } from '@/domain/operations/collecting/collect';
import { type County, openCounty, personIdOf } from '../../support/county';
import { atTheDoor, submission, working } from '../../support/county/forms';

let county: County;
beforeEach(async () => {
  county = await openCounty();
});

const door = { ...working, ...atTheDoor };
const say = (answers: object, baseVersion: number, startedFrom?: object) => ({
  ...submission(county, 'weiXiaoming', { answers: { ...door, ...answers }, baseVersion, mode: 'visit' }),
  ...(startedFrom === undefined ? {} : { startedFrom: { ...door, ...startedFrom } }),
});
const standing = async () => {
  const { live } = await county.as('enumerator').call(openForm, { personId: personIdOf('weiXiaoming') });
  return { income: live?.answers.income, unitName: live?.answers.unitName };
};

test('a second form from the same phone keeps what somebody else has said before the first one came', async () => {
  const resident = submission(county, 'weiXiaoming', { answers: { ...working, unitName: '示例电子厂' } });
  await county.as('resident').call(submitRecord, resident);
  const enumerator = county.as('enumerator');
  const first = await enumerator.call(submitRecord, say({ unitName: '示例服装厂' }, 0));
  expect(first.outcome).toBe('conflict');
  // On the phone the first one would be version 1; here version 1 is the resident's.
  const second = await enumerator.call(submitRecord, say({ income: 4200 }, 1, { unitName: '示例服装厂' }));
  expect(second.outcome).toBe('merged');
  expect(await standing()).toEqual({ income: 4200, unitName: '示例电子厂' });
});

test('correcting oneself before the first form has arrived is an ordinary correction', async () => {
  const enumerator = county.as('enumerator');
  await enumerator.call(submitRecord, say({}, 0));
  const second = await enumerator.call(submitRecord, say({ income: 4200 }, 1, {}));
  expect(second).toMatchObject({ outcome: 'accepted', version: 2 });
  const { versions } = await enumerator.call(history, { personId: personIdOf('weiXiaoming') });
  expect(versions).toHaveLength(2);
});

test('the second form is the first record when the one before it became none', async () => {
  const receipt = await county.as('enumerator').call(submitRecord, say({ income: 4200 }, 1, {}));
  expect(receipt).toMatchObject({ outcome: 'accepted', version: 1 });
});
