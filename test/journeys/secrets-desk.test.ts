import { readFileSync } from 'node:fs';
import { desktop, openTown, type Person, type Town } from './browser';

/** What is secret, from both sides of the desk: looked at for a reason, taken out by two, told to whom it is about. */
let town: Town;
let officer: Person;
beforeAll(async () => {
  town = await openTown(300);
  officer = await atDesk('county');
}, 180_000);
afterAll(() => town?.close());

const whom = 'p114289-00001';

/** Somebody at the console, the undertaking accepted. */
async function atDesk(persona: string): Promise<Person> {
  const person = await town.person(persona, desktop);
  await person.page.waitForURL(/#\/console\/index/);
  await person.page.locator('.at--read input').check();
  await person.page.locator('.at--promise').click();
  await person.page.locator('.yt-console__title').waitFor();
  return person;
}

const open = ({ page }: Person, query: string) => page.goto(`${town.county.url}/#/console/index?${query}`);

test('a number is shown for a reason and for minutes, and its owner reads who looked and why', async () => {
  const { page } = officer;
  await open(officer, `at=people&place=522732114289&person=${whom}`);
  await page.locator('.at--to-reveal').click();
  await page.locator('.at--reveal').click();
  await page.getByText('请写明为什么要看').waitFor();
  await page.locator('.ant-modal .ant-radio-input').first().check();
  await page.locator('.ant-modal .at--reason textarea').fill('示例：电话核对就业情况');
  await page.locator('.at--reveal').click();
  await page.getByText('秒后自动收起').waitFor();
  const shown = /\d{17}[\dX]/.exec((await page.locator('.ant-modal').textContent()) ?? '')?.[0] ?? '';
  expect(shown).not.toBe('');
  expect(town.county.said()).not.toContain(shown);

  const resident = await town.person('resident');
  await resident.go(`resident/looked/index?person=${whom}`);
  await resident.sees('示例：电话核对就业情况');
  await resident.sees('看了原文');
  await resident.go(`resident/correction/index?person=${whom}`);
  await resident.page.locator('.taro_page:visible').last().getByText('就业情况').click();
  await resident.type('text', '示例：我已经不在广东做工了');
  await resident.press('send-correction');
  await resident.sees('等待处理');
  await resident.leave();
});

test('his request to put something right is answered at the desk, in words he can read', async () => {
  const { page } = officer;
  await open(officer, 'at=corrections');
  await page.locator('.at--answer').first().click();
  await page.locator('.ant-modal').getByText('示例：我已经不在广东做工了').waitFor();
  await page.locator('.ant-modal .ant-radio-wrapper', { hasText: '已更正' }).click();
  await page.locator('.ant-modal textarea').fill('示例：已请采集员上门重新填报');
  await page.locator('.at--act').click();
  await page.getByText('没有这样的更正申请').waitFor();
  const resident = await town.person('resident');
  await resident.go(`resident/correction/index?person=${whom}`);
  await resident.sees('示例：已请采集员上门重新填报');
  await resident.leave();
});

test('nobody takes a file out alone: one asks, another agrees, the file names who took it', async () => {
  const { page } = officer;
  await open(officer, 'at=exports');
  await page.getByRole('button', { name: '申请导出' }).click();
  await page.locator('.at--purpose').click();
  await page.locator('.ant-select-item-option').getByText('统计分析').click();
  await page.locator('.at--reason textarea').fill('示例：月度调度汇报');
  await page.locator('.at--send-export').click();
  await page.getByText('示例：月度调度汇报').waitFor();

  const second = await atDesk('keeper');
  await open(second, 'at=exports');
  await second.page.locator('.at--agree').first().click();
  await second.page.getByText('不含姓名').waitFor();
  await second.page.locator('.at--agree-now').click();
  await second.page.getByText('已同意，文件正在生成').waitFor();
  await second.leave();

  const take = page.locator('.at--take').first();
  for (let tries = 0; tries < 20 && (await take.count()) === 0; tries += 1) {
    await page.waitForTimeout(500);
    await page.reload();
    await page.getByText('示例：月度调度汇报').waitFor();
  }
  const [file] = await Promise.all([page.waitForEvent('download'), take.click()]);
  const text = readFileSync(await file.path(), 'utf8');
  const name = (await page.locator('.yt-console__account strong').first().textContent()) ?? '';
  expect(text).toContain(name);
  expect(text).not.toMatch(/\d{17}[\dX]/);
});

test('the auditor finds the look by the person and reads it in Chinese, and the trail is whole', async () => {
  const auditor = await atDesk('auditor');
  const { page } = auditor;
  await open(auditor, `at=audit&person=${whom}`);
  await page.locator('tr.ant-table-row', { hasText: '示例：电话核对就业情况' }).first().waitFor();
  // Numbers of applications are made of letters and digits by chance.
  const words = ((await page.locator('.ant-table-tbody').textContent()) ?? '').replaceAll(/\bcr_\w{16,}/g, '');
  expect(words).not.toMatch(/[a-z]{4,}/);
  await page.getByRole('button', { name: '现在核验' }).click();
  await page.getByText('完整无缺').waitFor();
  await auditor.leave();
});
