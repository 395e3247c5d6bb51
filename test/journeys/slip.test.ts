import { slipCode } from '@/domain/campaign/household';
import { openTown, type Person, type Town } from './browser';

let town: Town;
beforeAll(async () => {
  town = await openTown();
}, 150_000);
afterAll(() => town?.close());

/** Somebody of the staff, past the undertaking, on a page of his post. */
async function staff(persona: string, page: string): Promise<Person> {
  const person = await town.person(persona);
  await person.go(page);
  const asked = person.page.locator('.at--to-undertaking:visible').first();
  if (await asked.waitFor({ timeout: 5000 }).then(yes, no)) {
    await person.press('to-undertaking');
    await person.press('read');
    await person.press('promise');
  }
  return person;
}
const yes = () => true;
const no = () => false;

/** Catches what goes to the printer. */
async function printed(person: Person, press: () => Promise<void>): Promise<string> {
  await person.page.evaluate(() => {
    Object.assign(window, { printedPage: '' });
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes)
          if (node instanceof HTMLIFrameElement) Object.assign(window, { printedPage: node.srcdoc });
    }).observe(document.body, { childList: true });
  });
  await press();
  const page = await person.page.waitForFunction(() => Reflect.get(window, 'printedPage'));
  return String(await page.jsonValue());
}

test('the committee prints slips; a finder sees nobody, the family chooses a visit, and the committee sees it', async () => {
  const cadre = await staff('secretary', 'committee/home/index');
  await cadre.go('committee/home/index');
  await cadre.press('slips');
  await cadre.sees('还没有选');
  const sheets = await printed(cadre, () => cadre.press('print'));
  const slips = sheets.split('<section').filter((slip) => slip.includes('韦*生'));
  const code = /<b>([A-Z2-9-]{14})<\/b>/.exec(slips[0] ?? '')?.[1] ?? '';
  expect(code).not.toBe('');
  expect(sheets).not.toContain('韦水生');

  const finder = await town.person('migrant');
  await finder.go(`resident/slip/index?code=${code}`);
  await finder.sees('中和镇中海村');
  expect(await finder.text()).not.toMatch(/韦\*?生|户主/);
  await finder.leave();

  const resident = await town.person('resident');
  await resident.go('resident/slip/index');
  await resident.type('slip-code', `${code.slice(0, 13)}${code.endsWith('2') ? '3' : '2'}`);
  await resident.press('open-slip');
  await resident.sees('号码不对');
  await resident.type('slip-code', code.toLowerCase());
  await resident.press('open-slip');
  await resident.sees('韦水生');
  await resident.press('mode-visit');
  await resident.sees('已选请采集员上门');
  await resident.leave();

  await cadre.page.reload();
  await cadre.sees('请上门');
  await cadre.leave();
});

test('a slip scanned before signing in is not lost: the home page leads back to it', async () => {
  const resident = await town.person();
  const code = slipCode('ABCDEFGH234');
  await resident.go(`resident/slip/index?code=${code}`);
  await resident.sees('还没有登录');
  await resident.go('resident/sign-in/index');
  await resident.press('persona-resident');
  await resident.sees('您扫过入户告知单');
  await resident.press('pending-slip-action');
  await resident.sees('这个告知单号码不对');
  await resident.leave();
});

test('an enumerator shows his badge; anyone sees name and villages, and red for one that is forged', async () => {
  const enumerator = await staff('enumerator', 'enumerator/day/index');
  await enumerator.sees('这个村的名单还没有存到手机');
  const answer = enumerator.page.waitForResponse(
    (response) => response.request().postData()?.includes('account.myBadge') === true
  );
  await enumerator.go('enumerator/badge/index');
  const { value } = (await (await answer).json()) as { value: { code: string; name: string } };
  await enumerator.sees('请居民用微信扫一扫');
  await enumerator.leave();

  const stranger = await town.person();
  await stranger.go(`resident/badge/index?code=${value.code}`);
  await stranger.sees('是现在在岗的采集员');
  await stranger.sees(value.name);
  await stranger.go('resident/badge/index?code=AAAAAAAAAAAAAAAAAAAAAA');
  await stranger.page.reload();
  await stranger.sees('无效：查不到');
  await stranger.sees('可能是假的');
  expect(await stranger.text()).not.toContain(value.name);
  await stranger.leave();
});
