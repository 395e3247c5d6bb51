import type { Page } from 'playwright-core';
import { sampleIdNumber } from '@/domain/identity';
import { openTown, type Person, type Town } from './browser';
import { callerAt, post } from './calls';
import { atTheDoorOfWork, firstHousehold, worker } from './enumerator';
import { fillFields } from './form-filling';

/** One enumerator's day, in order: each walk goes on where the last one ended. */
let town: Town;
let enumerator: Person;
let page: Page;
beforeAll(async () => {
  town = await openTown();
}, 150_000);
afterAll(() => town?.close());

const offline = (yes: boolean) => page.context().setOffline(yes);
const visible = (selector: string) => page.locator('.taro_page:visible').last().locator(selector);
/** The list, whatever was looked for in it before. */
async function home(): Promise<void> {
  await enumerator.go('enumerator/day/index');
  await enumerator.type('search', '');
  await enumerator.sees('还剩');
}

/** Answers of a function get lost on the way back: the cloud did it, and the phone does not know. */
async function loseAnswers(name: string, of: RegExp): Promise<{ lost: () => number; stop: () => Promise<void> }> {
  let lost = 0;
  const address = `**/fn/${name}`;
  await page.route(address, async (route) => {
    if (!of.test(route.request().postData() ?? '')) return route.fallback();
    await route.fetch();
    lost += 1;
    return route.abort();
  });
  return { lost: () => lost, stop: () => page.unroute(address) };
}

test('a signal lost while the village is fetched is said, and 接着取 goes on', async () => {
  enumerator = await atTheDoorOfWork(town);
  page = enumerator.page;
  await enumerator.press('prepare');
  const answers = await loseAnswers('collect', /takeAlong/);
  await enumerator.press('start');
  await enumerator.sees('现在连不上网络');
  await answers.stop();
  await enumerator.press('start');
  await enumerator.sees('可以出发了');
  await enumerator.sees('流量');
  await enumerator.press('ready');
  await enumerator.sees('还剩');
});

test('from a cold start without network the list is there, searched and opened', async () => {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await offline(true);
  await page.reload();
  await enumerator.sees('还剩');
  await enumerator.type('search', '不存在的人');
  await enumerator.sees('没有找到');
  await enumerator.type('search', '');
  await firstHousehold(enumerator).click();
  await enumerator.sees('填表');
});

test('a form half filled survives a reload without network and is finished there', async () => {
  await visible('[class*="at--collect-"]').first().click();
  await enumerator.sees('采集方式');
  await enumerator.press('marital-20').catch(() => undefined);
  await enumerator.type('remark', '写到一半断了电');
  await page.waitForTimeout(500);
  await page.reload();
  await enumerator.sees('采集方式');
  expect(await visible('.at--remark textarea, textarea.at--remark, .at--remark input').first().inputValue()).toBe(
    '写到一半断了电'
  );
  await fillFields(enumerator, worker);
  await enumerator.press('confirmed');
  await enumerator.press('submit');
  await enumerator.sees('条还没有发出');
});

test('somebody not in the register is added, visited and asked at once, all without network', async () => {
  await home();
  await enumerator.press('add-person');
  await enumerator.type('name', '潘示例');
  await enumerator.type('idNumber', sampleIdNumber('522732', '1985-05-05', '1', 3));
  await enumerator.press('relation-0');
  await enumerator.type('group', '九组');
  await enumerator.type('phone', '13900000000');
  await enumerator.press('save-person');
  await enumerator.sees('采集方式');
  await fillFields(enumerator, worker);
  await enumerator.press('confirmed');
  await enumerator.press('submit');
  await enumerator.sees('3 条还没有发出');
  await home();
  await enumerator.type('search', '潘示例');
  await firstHousehold(enumerator).click();
  await enumerator.sees('待发送');
  await visible('[class*="at--visit-"]').first().click();
  await enumerator.press('outcome-01');
  await enumerator.type('cadre', '示例支书');
  await enumerator.press('save-visit');
  await enumerator.sees('4 条还没有发出');
});

test('a second tab shows the same list, and does not write over a draft that is typed in the first', async () => {
  const second = await page.context().newPage();
  await second.goto(`${town.county.url}/#/resident/outbox/index`);
  await second.getByText('登记 潘示例').first().waitFor();
  await second.close();

  await home();
  await firstHousehold(enumerator).click();
  await visible('[class*="at--collect-"]').nth(1).click();
  await enumerator.sees('采集方式');
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.getByText('采集方式').first().waitFor();
  await enumerator.type('remark', '第一个窗口写的');
  await page.waitForTimeout(400);
  await other.locator('.at--remark textarea, textarea.at--remark, .at--remark input').last().fill('第二个窗口写的');
  await other.getByText('另一个窗口').first().waitFor();
  await other.reload();
  await other.getByText('采集方式').first().waitFor();
  expect(await other.locator('.at--remark textarea, textarea.at--remark, .at--remark input').last().inputValue()).toBe(
    '第一个窗口写的'
  );
  await other.close();
});

test('a full phone refuses a form before it is typed, and says what to do', async () => {
  const used = (bytes: number) =>
    page.evaluate(
      (value) =>
        new Promise<number>((resolve) => {
          const opening = indexedDB.open('yingtong');
          opening.onsuccess = () => {
            const totals = opening.result.transaction('totals', 'readwrite').objectStore('totals');
            const before = totals.get('bytes');
            before.onsuccess = () => {
              totals.put(value, 'bytes').onsuccess = () => resolve(before.result);
              opening.result.close();
            };
          };
        }),
      bytes
    );
  const before = await used(Math.floor(7.1 * 1024 * 1024) - 20_000);
  await home();
  await firstHousehold(enumerator).click();
  await visible('[class*="at--collect-"]').nth(1).click();
  await enumerator.sees('手机里的空间不够了');
  await enumerator.sees('结束不去的村');
  await used(before);
});

test('the answer to a batch is lost after the cloud has done it: sent again, nothing is there twice', async () => {
  await enumerator.go('resident/outbox/index');
  const answers = await loseAnswers('collect', /collect\.sync/);
  await offline(false);
  await enumerator.sees('没有发出去');
  expect(answers.lost()).toBeGreaterThan(0);
  await answers.stop();
  await enumerator.press('send-now').catch(() => undefined);
  await enumerator.sees('没有待发送的内容');
  await enumerator.sees('最近送达 4 条');

  const author = await callerAt(town.county.url, 'enumerator');
  const { items } = (await author.call('collect.mySubmissions', {})) as {
    items: { subjectId: string; receivedAt: string }[];
  };
  const today = items.filter(({ receivedAt }) => receivedAt.startsWith('2026-12-01'));
  expect(today).toHaveLength(2);
  expect(new Set(today.map(({ subjectId }) => subjectId)).size).toBe(2);
  for (const { subjectId } of today) {
    const person = await author.call('register.person', { personId: subjectId });
    expect((person.visits as unknown[]).length).toBeLessThanOrEqual(1);
  }
});

test('a record sent back stands on top of the list with its comment, and beside the field in the form', async () => {
  const supervisor = await callerAt(town.county.url, 'supervisor');
  const villageCode = /village=(\d{12})/.exec((await prepareAddress()) ?? '')?.[1] ?? '';
  const list = (await supervisor.call('quality.reviewList', { divisionCode: villageCode })) as {
    items: { recordId: string; version: number; name: string }[];
  };
  const record = list.items.find(({ name }) => name === '潘示例');
  await supervisor.call('quality.returnRecord', {
    recordId: record?.recordId,
    version: record?.version,
    reason: '健康状况对不上',
    comments: [{ field: 'health', text: '请再问一遍身体状况' }],
  });
  await home();
  await prepareAgain();
  await enumerator.sees('退回要改的 1 份');
  await offline(true);
  await visible('[class*="at--returned-p"], [class*="at--returned-0"]').first().click();
  await enumerator.sees('健康状况对不上');
  await enumerator.sees('退回意见：请再问一遍身体状况');
  await offline(false);
});

test('a sign-in that ends in the field stops nothing but sending; signing in again sends', async () => {
  const asked = page.waitForRequest((request) => request.url().includes('/fn/account'));
  await page.reload();
  const { session } = JSON.parse((await asked).postData() ?? '{}') as { session: string };
  await post(town.county.url, { operation: 'account.signOut', input: {}, session });
  await home();
  await page.reload();
  await enumerator.sees('登录已过期');
  await enumerator.sees('还剩');
  await firstHousehold(enumerator).click();
  await visible('[class*="at--visit-"]').last().click();
  await enumerator.press('outcome-11');
  await enumerator.type('cadre', '示例支书');
  await enumerator.press('save-visit');
  await enumerator.sees('请重新登录');
  await enumerator.go('resident/sign-in/index');
  await enumerator.press('persona-enumerator');
  await page.waitForFunction(() => !window.location.hash.includes('sign-in'));
  await enumerator.go('resident/outbox/index');
  await enumerator.sees('没有待发送的内容');
});

test('signing out leaves nothing of the village on the phone', async () => {
  await enumerator.go('resident/settings/index');
  await enumerator.press('sign-out');
  await enumerator.press('confirm');
  await page.waitForFunction(() => window.location.hash.includes('resident/home'));
  const keys = await page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const opening = indexedDB.open('yingtong');
        opening.onsuccess = () => {
          const asked = opening.result.transaction('entries').objectStore('entries').getAllKeys();
          asked.onsuccess = () => resolve(asked.result.map(String));
        };
      })
  );
  expect(keys.filter((key) => key.startsWith('village/'))).toEqual([]);
});

async function prepareAddress(): Promise<string | null> {
  await home();
  await enumerator.press('prepare');
  await enumerator.sees('开始准备');
  return page.url();
}

async function prepareAgain(): Promise<void> {
  await enumerator.press('prepare');
  await enumerator.press('start');
  await enumerator.sees('可以出发了');
  await home();
}
