import { desktop, openTown, type Person, type Town } from './browser';

/** A county officer at a desk: from the county to a town, to a village, to the list behind a figure. */
let town: Town;
let officer: Person;
beforeAll(async () => {
  town = await openTown(800);
  officer = await town.person('county', desktop);
}, 180_000);
afterAll(() => town?.close());

const page = () => officer.page;
const figure = async (of: string, place: string): Promise<number> => {
  const link = page().locator(`.at--figure-${of}-${place}`).first();
  await link.waitFor();
  return Number(((await link.textContent()) ?? '').replaceAll(',', ''));
};

test('whoever signs in at a desk with an office post lands in the console, and promises secrecy first', async () => {
  await page().waitForURL(/#\/console\/index/);
  await page().locator('.at--read input').check();
  await page().locator('.at--promise').click();
  await page().getByRole('heading', { name: '采集进度' }).waitFor();
});

test('the towns add up to the county, and the people of a village are as many as its figure says', async () => {
  await page().locator('.at--section-progress').click();
  const county = await figure('people', '522732');
  expect(county).toBe(800);
  const codes = await placesShown();
  expect(codes).toHaveLength(7);
  let sum = 0;
  for (const code of codes) sum += await figure('people', code);
  expect(sum).toBe(county);

  await page().locator('a.at--place-522732114').click();
  await page().waitForURL(/place=522732114$/);
  await figure('people', '522732114');
  const [village = ''] = (await placesShown()).filter((code) => code.length === 12);
  await page().locator(`a.at--place-${village}`).click();
  await page().waitForURL(new RegExp(`place=${village}`));
  const people = await figure('people', village);
  await page().locator(`.at--figure-people-${village}`).first().click();
  await page().locator('.at--people-title').getByText(`共 ${people} 人`).waitFor();
  expect(await listed()).toBe(people);
});

test('a step back returns to the village, with its place in the address', async () => {
  await page().goBack();
  await page().waitForURL(/at=progress.*place=522732114\d{3}/);
  await page().getByText('按采集状态').waitFor();
});

test('opening one of them shows him masked, and nothing of a number stands in the address', async () => {
  await page().goForward();
  await page().locator('.ant-table-tbody .yt-plain--link').first().click();
  const drawer = page().locator('.ant-drawer-content');
  await drawer.getByText('证件号码').waitFor();
  expect(await drawer.textContent()).toMatch(/\d{6}\*{8}\d{3}[\dX]/);
  expect(page().url()).not.toMatch(/\d{17}[\dX]/);
});

test('looking for somebody by his name leaves no trace of it in the address', async () => {
  await page().keyboard.press('Escape');
  await page().locator('input[aria-label="全县查找"], .at--find input').first().fill('潘');
  await page().keyboard.press('Enter');
  expect(decodeURIComponent(page().url())).not.toContain('潘');
});

async function placesShown(): Promise<string[]> {
  const links = page().locator('a[class*="at--place-"]');
  await links.first().waitFor();
  const names = await links.evaluateAll((found) => found.map((link) => link.className));
  return names.flatMap((name) => /at--place-(\d+)/.exec(name)?.[1] ?? []);
}

/** Counts the rows page by page. */
async function listed(): Promise<number> {
  let rows = 0;
  for (;;) {
    rows += await page().locator('.ant-table-tbody tr.ant-table-row').count();
    const next = page().locator('button.at--next');
    if ((await next.count()) === 0 || (await next.isDisabled())) return rows;
    await next.click();
    await page().waitForTimeout(500);
  }
}
