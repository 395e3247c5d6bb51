import { submitRecord } from '@/domain/operations/collecting/collect';
import { comparisons, settleComparison } from '@/domain/operations/collecting/comparison';
import { returnRecord } from '@/domain/operations/office/quality';
import { home, openCounty } from '../../support/county';
import { atTheDoor, submission, working } from '../../support/county/forms';

test('a record that the town chose between two answers comes back to whoever collects in the village', async () => {
  const county = await openCounty();
  const own = { ...working, unitName: '示例电子厂' };
  const { recordId } = await county
    .as('resident')
    .call(submitRecord, submission(county, 'weiXiaoming', { answers: own }));
  const door = submission(county, 'weiXiaoming', { answers: { ...working, ...atTheDoor }, mode: 'visit' });
  expect(await county.as('enumerator').call(submitRecord, door)).toMatchObject({ outcome: 'conflict' });
  const town = county.as('townOfficer');
  const { items } = await town.call(comparisons, { divisionCode: home });
  const { version } = await town.call(settleComparison, {
    comparisonId: items[0]?.comparisonId ?? '',
    version: 1,
    liveVersion: 1,
    choices: { unitName: 'late' },
    reason: '电话核对过',
  });
  const back = await county.as('supervisor').call(returnRecord, { recordId, version, reason: '请核对收入' });
  expect(back).toMatchObject({ state: 'returned', returnedTo: '采集员甲' });
});
