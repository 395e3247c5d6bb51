import { desktop, openTown, type Person, type Town } from './browser';

/** The county office at its desk: a computer let in by the phone, an invitation, a village given to an enumerator. */
let town: Town;
let officer: Person;
beforeAll(async () => {
  town = await openTown(600);
}, 180_000);
afterAll(() => town?.close());

test('a computer is let in by confirming on the phone, without any password', async () => {
  const phone = await town.person('county');
  officer = await town.person(undefined, desktop);
  await officer.page.goto(`${town.county.url}/#/console/index`);
  await officer.page.getByRole('tab', { name: '手机确认登录' }).click();
  const code = (await officer.page.locator('.at--web-code').textContent()) ?? '';
  expect(code).toMatch(/^[2-9A-HJKMNP-Z]{6,12}$/);

  await phone.go(`resident/web-sign-in/index?code=${code}`);
  await phone.press('allow');
  await phone.sees('电脑上已经登录');

  await officer.page.getByText('这次以哪个岗位工作').waitFor();
  await officer.page.getByRole('button', { name: '进入' }).first().click();
  await officer.page.locator('.at--read input').check();
  await officer.page.locator('.at--promise').click();
  await officer.page.getByRole('heading', { name: '采集进度' }).waitFor();
  await phone.leave();
});

test('somebody new is invited; the code is shown once and he stands on the list as invited', async () => {
  const { page } = officer;
  await page.locator('.at--section-accounts').click();
  await page.locator('.at--invite').click();
  await page.locator('input.at--name').fill('示例新人');
  await page.locator('input.at--phone').fill('13800138001');
  await page.locator('input.at--title').fill('采集员');
  await page.locator('.at--role').click();
  await page.locator('.ant-select-item-option').getByText('采集员', { exact: true }).click();
  await page.locator('.at--scopes').click();
  await page.locator('.ant-select-tree-title').getByText('中和镇', { exact: true }).click();
  // Closes the list of places; the form with all that was typed stays.
  await page.keyboard.press('Escape');
  await page.locator('.at--send').click();
  const code = (await page.locator('.at--invitation-code').textContent()) ?? '';
  expect(code.trim()).toMatch(/^[2-9A-HJKMNP-Z-]{6,}$/);
  await page.getByRole('button', { name: '已经告诉本人' }).click();

  await page.getByLabel('姓名').last().fill('示例新人');
  await page.keyboard.press('Enter');
  const row = page.locator('tr.ant-table-row', { hasText: '示例新人' });
  await row.getByText('已邀请').waitFor();
  expect(await page.locator('body').textContent()).not.toContain('13800138001');
  expect(town.county.said()).not.toContain('13800138001');
});

test('a village taken back from one enumerator is given to another', async () => {
  const { page } = officer;
  await page.goto(`${town.county.url}/#/console/index?at=assignment&place=522732114289`);
  const village = page.locator('tr.ant-table-row', { hasText: '中海村' }).first();
  await village.waitFor();
  await village.locator('.ant-table-row-expand-icon').click();
  const taking = page.locator('.at--take-back').first();
  await taking.click();
  await page.locator('.at--reason textarea').fill('示例：请假两周');
  await page.locator('.at--act').click();
  await village.getByText('还没有人负责').waitFor();

  await page.locator('.at--assign-522732114289').click();
  await page.locator('.at--enumerator').click();
  const chosen = page.locator('.ant-select-item-option').first();
  const name = /^\S+?(?=（| )/.exec((await chosen.textContent()) ?? '')?.[0] ?? '';
  await chosen.click();
  await page.locator('.at--give').click();
  await village.getByText(name).waitFor();
});

test('somebody on leave: only his work is shared out again, as the preview showed it', async () => {
  const { page } = officer;
  await page.goto(`${town.county.url}/#/console/index?at=assignment&view=balance&place=522732`);
  await page.locator('.at--leaving').click();
  const option = page.locator('.ant-select-item-option').first();
  const leaver = /^\S+?(?=（| )/.exec((await option.textContent()) ?? '')?.[0] ?? '';
  await option.click();
  await page.locator('.at--preview').click();
  await page.getByText('工作量：调整前后').waitFor();
  const moves = Number(/（(\d+) 处）/.exec((await page.getByText(/要改动的分工/).textContent()) ?? '')?.[1]);
  expect(moves).toBeGreaterThan(0);
  const from = await page.locator('tr.ant-table-row td:nth-child(4)').allTextContents();
  expect(new Set(from.filter((name) => name !== '没有'))).toEqual(new Set([leaver]));
  await page.locator('.at--apply').click();
  await page.locator('.at--reason textarea').fill('示例：请假两周');
  await page.locator('.at--act').click();
  await page.getByText(`已按预览调整 ${moves} 处分工`).waitFor();
});

test('an officer who is suspended while a page is open sees nothing more, and is told so', async () => {
  const lead = await town.person('county-lead', desktop);
  await lead.page.locator('.at--read input').check();
  await lead.page.locator('.at--promise').click();
  await lead.page.locator('.yt-console__title').waitFor();
  await lead.page.goto(`${town.county.url}/#/console/index?at=accounts&role=county`);
  const name = (await officer.page.locator('.yt-console__account strong').textContent()) ?? '';
  await lead.page.locator('tr.ant-table-row', { hasText: name }).getByText('停用').click();
  await lead.page.locator('.at--reason textarea').fill('示例：手机丢失');
  await lead.page.locator('.at--act').click();
  await lead.page.locator('tr.ant-table-row', { hasText: name }).getByText('已停用').waitFor();

  await officer.page.locator('.at--section-people').click();
  await officer.page.getByText('登录已过期，请重新登录').waitFor();
  await officer.page.locator('.yt-console').waitFor({ state: 'detached' });
  await lead.leave();
});
