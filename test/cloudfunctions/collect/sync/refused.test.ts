import { submitRecord } from '@/domain/operations/collecting/collect';
import { type County, home, openCounty } from '../../../support/county';
import { atTheDoor, submission, working } from '../../../support/county/forms';
import { phoneOf } from '../../../support/county/phone';

const nobodys = '522732199299';

let county: County;
beforeEach(async () => {
  county = await openCounty();
});
afterEach(async () => county.store.close());

test('a late copy of a refused form is not done after all, once its author was told', async () => {
  const phone = phoneOf(county, 'enumerator');
  const input = submission(county, 'weiXiaoming', { answers: { ...working, ...atTheDoor }, mode: 'visit' });
  const entry = phone.did(submitRecord, input);
  await held(home, nobodys);
  expect(await phone.send(entry)).toMatchObject([{ is: 'refused', problem: { code: 'access.scope' } }]);
  await held(nobodys, home);
  expect(await phone.send(entry)).toMatchObject([{ is: 'refused', problem: { code: 'access.scope' } }]);

  const anew = phone.did(submitRecord, { ...input, submissionId: `${input.submissionId}x` });
  expect(await phone.send(anew)).toMatchObject([{ is: 'received', reply: { version: 1 } }]);
});

/** As if the enumerator had held that village all the time, and no other. */
const held = (from: string, to: string) =>
  county.store.transaction((db) =>
    db.run('UPDATE assignment SET village_code = $2 WHERE village_code = $1', [from, to])
  );
