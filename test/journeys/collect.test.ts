import { openTown, type Town } from './browser';
import { atWork, firstHousehold, worker } from './enumerator';
import { fillFields } from './form-filling';

let town: Town;
beforeAll(async () => {
  town = await openTown();
}, 150_000);
afterAll(() => town?.close());

test('an enumerator prepares the village, then opens it, notes a visit and fills in a form with no signal; it arrives later', async () => {
  const enumerator = await atWork(town);
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
  const enumerator = await atWork(town);
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
