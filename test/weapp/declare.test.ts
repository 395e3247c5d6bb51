import { type County, openCounty } from '../journeys/county';
import { cloudAt, signInAs } from './cloud';
import { boot, type MiniProgram } from './harness';
import { newPhone } from './wx';

let county: County;
let app: MiniProgram;
beforeAll(async () => {
  county = await openCounty();
  const phone = newPhone();
  phone.handler = cloudAt(county.url);
  await signInAs(phone, county.url, 'resident');
  app = boot(phone);
}, 150_000);
afterAll(() => county?.close());

interface Kept {
  persons: { personId: string; name: string; relation: string; birthDate: string }[];
}

test('a father reads why, agrees, and comes back to his family', async () => {
  await app.openPage('resident/home/index');
  await app.sees('韦水生（本人）');
  await app.tap('to-consent');
  await app.sees('谁来采集');
  await app.tap('agree');
  await app.sees('请先勾选');

  await app.tap('read');
  await app.tap('agree');
  await app.sees('为自己填报');
});

test('he declares for his child with few questions, and gets a receipt number', async () => {
  const { persons }: Kept = JSON.parse(String(app.phone.storage.get('account')));
  const children = persons.filter(({ relation }) => relation === 'child');
  const youngest = children.sort((a, b) => (a.birthDate < b.birthDate ? 1 : -1))[0];
  await app.tap(`declare-${youngest?.personId}`);
  await app.sees('都对，下一步');
  await app.tap('next');
  await app.sees('住在户口所在的村');
  await app.tap('homeSame-yes');
  await app.tap('next');
  await app.sees('身体怎么样');
  await app.tap('next');
  await app.sees('请选择「健康状况」');
  await app.tap('health-1');
  await app.tap('next');

  await app.sees('情况属实');
  await app.tap('confirmed');
  await app.tap('submit');
  await app.sees('已提交');
  await app.sees('回执号');
  await app.tap('home');
  await app.sees('查看和更正');
});

test('nothing of this left an identity number in the log of the cloud', () => {
  expect(county.said()).toContain('collect.submitRecord');
  expect(county.said()).not.toMatch(/\d{17}[\dX]/);
});
