import { openTown, type Person, type Town } from './browser';

let town: Town;
beforeAll(async () => {
  town = await openTown();
}, 150_000);
afterAll(() => town?.close());

async function secretary(): Promise<Person> {
  const person = await town.person('secretary');
  await person.page.locator('.at--to-undertaking:visible, .at--remind:visible').first().waitFor();
  if ((await person.page.locator('.at--to-undertaking:visible').count()) > 0) {
    await person.press('to-undertaking');
    await person.press('read');
    await person.press('promise');
  }
  await person.sees('本村已采集');
  return person;
}

test('a secretary reminds somebody who is missing, and he finds the reminder in the mini-program', async () => {
  const cadre = await secretary();
  await cadre.press('remind');
  await cadre.sees('每人三天内最多提醒一次');
  await cadre.page.locator('[class*="at--missing-"]:visible', { hasText: '韦水生' }).click();
  await cadre.press('send');
  await cadre.sees('刚才的提醒');
  await cadre.leave();

  const resident = await town.person('resident');
  await resident.sees('提醒：');
  await resident.leave();

  const again = await secretary();
  await again.press('remind');
  await again.page.locator('[class*="at--missing-"]:visible', { hasText: '韦水生' }).getByText('现在不提醒').waitFor();
  await again.leave();
});

test('a notice put up for the village reaches its residents, and the secretary sees that it was read', async () => {
  const cadre = await secretary();
  await cadre.press('publish');
  await cadre.sees('公告里不要写身份证号');
  await cadre.page.locator('.at--title:visible').waitFor();
  await cadre.type('title', '关于采集就业信息的通知');
  await cadre.press('put-up');
  await cadre.page.locator('.at--confirm:visible').click();
  await cadre.sees('已发布');

  const resident = await town.person('resident');
  await resident.sees('关于采集就业信息的通知');
  await resident.page.getByText('关于采集就业信息的通知').last().click();
  await resident.sees('去填报');
  await resident.leave();

  await cadre.page.reload();
  await cadre.sees('打开过的账号');
  expect(await cadre.text()).toMatch(/1\s*\/\s*\d+\s*个已绑定账号/);
  await cadre.leave();
});

test('every message that would have gone to WeChat can be seen, without anybody’s number in it', () => {
  expect(town.county.said()).not.toMatch(/\d{17}[\dX]/);
});
