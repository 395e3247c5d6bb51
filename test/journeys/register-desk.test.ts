import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import iconv from 'iconv-lite';
import { type FileRow, numberOf, registerCsv } from '../support/register-file';
import { desktop, openTown, type Person, type Town } from './browser';

/** The register at the county's desk: imported from a file, cleared up, put right household by household. */
let town: Town;
let officer: Person;
const folder = mkdtempSync(path.join(tmpdir(), 'yingtong-register-'));
beforeAll(async () => {
  town = await openTown(300);
  officer = await town.person('county', desktop);
  await officer.page.locator('.at--read input').check();
  await officer.page.locator('.at--promise').click();
  await officer.page.getByRole('heading', { name: '采集进度' }).waitFor();
}, 180_000);
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await town?.close();
});

const page = () => officer.page;
const open = (query: string) => page().goto(`${town.county.url}/#/console/index?${query}`);
const giveReason = async (words: string) => {
  await page().locator('.at--reason textarea').last().fill(words);
  await page().locator('.at--act').last().click();
};

/** Two who share a number under two names, four whose village nobody can tell, one household as it should be. */
function register(): FileRow[] {
  const shared = numberOf('1966-05-04', '1', 3);
  const common = { 民族: '水族', 户口性质: '农业户口' };
  const home = { ...common, 村居代码: '522732114289' };
  const nowhere = { ...common, 户籍地址: '三都水族自治县小河' };
  const rows: FileRow[] = [
    { 姓名: '示例甲', 公民身份号码: numberOf('1970-01-01', '1', 4), 户号: 'S1', 与户主关系: '户主', ...home },
    { 姓名: '示例乙', 公民身份号码: numberOf('1972-02-02', '2', 4), 户号: 'S1', 与户主关系: '配偶', ...home },
    { 姓名: '示例丙', 公民身份号码: numberOf('1995-03-03', '1', 4), 户号: 'S1', 与户主关系: '子女', ...home },
    { 姓名: '示例丁', 公民身份号码: shared, 户号: 'S2', 与户主关系: '户主', ...home },
    { 姓名: '潘桂花', 公民身份号码: shared, 户号: 'S3', 与户主关系: '户主', ...home },
  ];
  for (const [turn, name] of ['示例己', '示例庚', '示例辛', '示例壬'].entries()) {
    rows.push({
      姓名: name,
      公民身份号码: numberOf(`196${turn}-06-06`, '2', 5),
      户号: `N${turn}`,
      与户主关系: '户主',
      ...nowhere,
    });
  }
  return rows;
}

test('a GB18030 file is mapped by a guess, imported, and every row is accounted for', async () => {
  const file = path.join(folder, '名册.csv');
  writeFileSync(file, iconv.encode(registerCsv(register()), 'gb18030'));
  await open('at=import&run=new');
  await page().locator('input[type=file]').setInputFiles(file);
  await page().getByText('GB18030').waitFor();
  await page().locator('.at--start-import').click();
  await page().getByText('已完成').first().waitFor();
  const sum = (await page().locator('.at--import-sum').textContent()) ?? '';
  const [read = 0, ...outcomes] = (sum.match(/\d+/g) ?? []).map(Number);
  expect(read).toBe(9);
  expect(outcomes.reduce((total, one) => total + one, 0)).toBe(read);
});

test('those whose village nobody could tell are cleared at a stroke', async () => {
  await open('at=placements');
  await page().getByText('共 4 人还没有认定').waitFor();
  await page().locator('.ant-table-thead .ant-checkbox-input').first().check();
  await page().locator('.at--settle').click();
  await page().locator('.ant-modal .ant-radio-input').first().check();
  await giveReason('示例：照户口本核对过');
  await page().getByText('共 0 人还没有认定').waitFor();
});

test('two with one number are looked at side by side, merged, and the merge is taken back from the screen', async () => {
  await open('at=duplicates');
  const found = page().locator('.ant-card', { hasText: '潘桂花' });
  // Doubles are looked for in the background, once the file is in.
  for (let tries = 0; tries < 20 && (await found.count()) === 0; tries += 1) {
    await page().waitForTimeout(500);
    await page().reload();
    await page().locator('.ant-segmented').first().waitFor();
  }
  await found.getByText('示例丁').first().waitFor();
  await found.locator('.at--merge').click();
  await giveReason('示例：户口本写错了名字');
  await page().getByText('没有待核实的重复').waitFor();

  await open('at=duplicates&view=merges');
  await page().locator('.at--unmerge').first().click();
  await giveReason('示例：核对后是两个人');
  await page().getByText('已撤销', { exact: true }).waitFor();
});

test('a son sets up house, the birth of his child is recorded, and the child gets its number later', async () => {
  await open('at=people&place=522732114289');
  await page().locator('.at--find input').fill('示例甲');
  await page().keyboard.press('Enter');
  await page().getByRole('button', { name: '示例甲' }).click();
  await page().getByRole('tab', { name: '本户' }).click();

  await page().locator('.at--to-split').click();
  await page().locator('.at--act').click();
  await page().getByText('请至少选一人').waitFor();
  await page().locator('.at--leaving-people').getByText('示例丙').click();
  await page().locator('.at--new-head').click();
  await page().locator('.ant-select-item-option').getByText('示例丙').click();
  await giveReason('示例：成家立户');
  await page().getByText('已分户').waitFor();

  await page().locator('.at--to-birth').click();
  await page().locator('input.at--born-name').fill('示例新生');
  await page().locator('.ant-radio-wrapper', { hasText: '女' }).click();
  await page().locator('.at--born-on input').fill('2026-11-20');
  await page().keyboard.press('Enter');
  await giveReason('示例：出生登记');
  await page().locator('.ant-drawer').getByText('示例新生').waitFor();

  await open('at=duplicates&view=temporary');
  const child = page().locator('tr.ant-table-row', { hasText: '示例新生' });
  await child.getByText('补录身份证号').click();
  await page().locator('input.at--id-number').fill('522732202611201234');
  await giveReason('示例：领到户口本');
  await page().locator('.ant-modal .ant-alert-error').waitFor();
  await page()
    .locator('input.at--id-number')
    .fill(numberOf('2026-11-20', '2', 1));
  await page().locator('.at--act').last().click();
  await child.waitFor({ state: 'detached' });
});

test('another head, a death with its witness, and the household that lost its head says so', async () => {
  await open('at=people&place=522732114289');
  await page().locator('.at--find input').fill('示例乙');
  await page().keyboard.press('Enter');
  await page().getByRole('button', { name: '示例乙' }).click();
  await page().getByRole('tab', { name: '本户' }).click();
  const drawer = page().locator('.ant-drawer');
  await drawer.locator('tr.ant-table-row', { hasText: '示例甲' }).getByText('登记死亡').click();
  await page().locator('.at--died-on input').fill('2026-11-01');
  await page().keyboard.press('Enter');
  await page().locator('input.at--witness').fill('示例支书');
  await giveReason('示例：家属报告');
  await drawer.getByText('这一户现在没有户主').waitFor();
  await drawer.locator('.at--to-head').click();
  await page().locator('.at--new-head').click();
  await page().locator('.ant-select-item-option').getByText('示例乙').click();
  for (const name of ['示例甲', '示例新生']) {
    await page().getByLabel(`${name} 与新户主的关系`).click();
    await page()
      .locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option', { hasText: /^其他$/ })
      .last()
      .click();
  }
  await giveReason('示例：原户主去世');
  await drawer.getByText('这一户现在没有户主').waitFor({ state: 'detached' });
});
