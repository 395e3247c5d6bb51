import { openTown, type Person, type Town } from './browser';
import { fillFields } from './form-filling';

let town: Town;
beforeAll(async () => {
  town = await openTown();
}, 150_000);
afterAll(() => town?.close());

async function atWork(): Promise<Person> {
  const enumerator = await town.person('enumerator');
  await enumerator.page.locator('.at--to-undertaking:visible, .at--prepare:visible').first().waitFor();
  if ((await enumerator.page.locator('.at--to-undertaking:visible').count()) > 0) {
    await enumerator.press('to-undertaking');
    await enumerator.press('read');
    await enumerator.press('promise');
  }
  await enumerator.press('prepare');
  await enumerator.press('start');
  await enumerator.sees('全村名单已存好');
  await enumerator.press('ready');
  await enumerator.sees('还剩');
  return enumerator;
}

const firstHousehold = (person: Person) => person.page.locator('[class*="at--household-"]:visible').first();

test('an enumerator prepares the village, then opens it, notes a visit and fills in a form with no signal; it arrives later', async () => {
  const enumerator = await atWork();
  const { page } = enumerator;
  await page.context().setOffline(true);

  await firstHousehold(enumerator).click();
  await page.locator('[class*="at--visit-"]:visible').first().click();
  await enumerator.press('outcome-11');
  await enumerator.type('cadre', '示例支书');
  await enumerator.press('save-visit');
  await enumerator.sees('待发送');

  await page.locator('[class*="at--collect-"]:visible').first().click();
  await enumerator.sees('采集方式');
  await fillFields(enumerator, worker);
  await enumerator.press('confirmed');
  await enumerator.press('submit');
  await enumerator.sees('条还没有发出');

  await page.context().setOffline(false);
  await page.locator('.at--outbox-action:visible').last().click();
  await enumerator.press('send-now').catch(() => undefined);
  await enumerator.sees('没有待发送的内容');
  await enumerator.leave();
});

test('what waits on the phone survives a reload without network', async () => {
  const enumerator = await atWork();
  const { page } = enumerator;
  await page.context().setOffline(true);
  await page.locator('[class*="at--household-"]:visible').nth(1).click();
  await page.locator('[class*="at--visit-"]:visible').first().click();
  await enumerator.press('outcome-11');
  await enumerator.type('cadre', '示例支书');
  await enumerator.press('save-visit');
  await enumerator.sees('待发送');
  await page.context().setOffline(false);
  await enumerator.go('resident/outbox/index');
  await page.reload();
  await enumerator.sees('最近送达');
  await enumerator.leave();
});

/** Answers that hold for anyone of working age; the rest takes its first choice. */
const worker = {
  mode: 'visit',
  outcome: '01',
  homeSame: 'yes',
  populationClass: '03',
  health: '1',
  marital: '20',
  education: '71',
  worked: 'yes',
  jobForm: '7',
  role: '3',
  placeClass: '1',
  farmProduct: '种植水稻',
  industry: '01',
  occupation: '种水稻的',
  'income-band': '2',
  insurance: '1',
  policies: '9',
  trained: '1',
  returned: 'no',
  skillHas: 'no',
  jobWant: 'no',
  trainWant: 'no',
} as const;
