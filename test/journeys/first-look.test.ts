import { desktop, openTown, type Town } from './browser';

let town: Town;
beforeAll(async () => {
  town = await openTown();
}, 150_000);
afterAll(() => town?.close());

test('somebody with weak eyes makes the letters larger, and finds them large the next day', async () => {
  const person = await town.person();
  const size = () =>
    person.page
      .locator('.yt-page')
      .last()
      .evaluate((page) => getComputedStyle(page).fontSize);
  await person.sees('大字');
  expect(await size()).toBe('17px');

  await person.press('text-size');
  expect(await size()).toBe('21.998px');

  await person.page.reload();
  await person.sees('标准字');
  expect(await size()).toBe('21.998px');
  await person.leave();
});

test('a resident signs in with the keyboard alone', async () => {
  const person = await town.person();
  await person.go('resident/sign-in/index');
  const row = person.page.locator('.at--persona-resident');
  await row.focus();
  await person.page.keyboard.press('Enter');
  await person.page.waitForFunction(() => !window.location.hash.includes('sign-in'));
  await person.sees('韦水生');
  await person.leave();
});

test('on a wide screen a phone page stays a column in the middle', async () => {
  const person = await town.person(undefined, desktop);
  const box = await person.page.locator('.yt-page').last().boundingBox();
  expect(box?.width).toBe(480);
  expect(box?.x).toBeCloseTo((1366 - 480) / 2, -1);
  await person.leave();
});

test('nothing of the office desktop is fetched for a phone page', async () => {
  const person = await town.person();
  const fetched: string[] = [];
  person.page.on('response', async (response) => {
    if (response.url().endsWith('.js')) fetched.push(await response.text());
  });
  await person.page.reload();
  await person.sees('大字');
  await person.page.waitForLoadState('networkidle');
  expect(fetched.length).toBeGreaterThan(1);
  expect(fetched.filter((script) => /ant-table|zrender/.test(script))).toEqual([]);
  await person.leave();
});
