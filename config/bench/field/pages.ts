import { gzipSync } from 'node:zlib';
import type { CDPSession, Page } from 'playwright-core';
import { type Person, townOf } from '../../../test/journeys/browser';
import { fillFields } from '../../../test/journeys/form-filling';
import { percentile } from '../measure';
import { heading, line, number } from '../print';
import { option } from '../suite';
import { largeVillage } from './village';

/** A cheap phone: the browser's own brake. */
const slowdown = 4;

/** What an enumerator and a resident feel on a slow phone, and what a large village weighs on the wire. */
export async function measurePhone(args: readonly string[]): Promise<void> {
  const people = option(args, 'village', 4400);
  heading(`-- pages in Chromium, CPU ${slowdown} times slower`);
  const village = await largeVillage(people);
  const { url, code } = village;
  const town = await townOf({ url, said: () => '', close: village.close });
  try {
    await measureVillage(await town.person('enumerator'), code, people);
    await measureQuestions(await town.person('resident'));
  } finally {
    await town.close();
  }
}

async function measureVillage(person: Person, code: string, people: number): Promise<void> {
  await person.page.evaluate(namesOfFunctions);
  const calls = listen(person.page, code);
  for (const name of ['to-undertaking', 'read', 'promise', 'prepare', 'start']) await person.press(name);
  const carried = await calls();
  line(
    `bundle of ${people} people`,
    `${carried.length} requests`,
    number(sum(carried.map(({ length }) => length)) / 1000, 'KB', 0),
    number(sum(carried.map((text) => gzipSync(text).byteLength)) / 1000, 'KB gz', 0)
  );
  await person.page.locator('.at--ready:visible').waitFor({ timeout: 120_000 });
  const brake = await brakeOf(person.page);
  const opened: number[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    await person.go('resident/home/index');
    await brake.slow();
    opened.push(await openList(person.page));
    await brake.free();
  }
  line(
    'open the list',
    `p50 ${number(percentile(opened, 0.5), 'ms', 0)}`,
    `worst ${number(Math.max(...opened), 'ms', 0)} of 500`
  );
  await person.page.evaluate(watchKeys);
  await brake.slow();
  const searched: number[] = [];
  for (const key of 'weipanshiluyanglu') searched.push(await press(person.page, key));
  await brake.free();
  line(
    'search, key to result on screen',
    `p50 ${number(percentile(searched, 0.5), 'ms', 0)}`,
    `p95 ${number(percentile(searched, 0.95), 'ms', 0)} of 50`
  );
}

/** From the address to the second frame with households on it; the program itself is loaded already. */
const openList = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const begun = performance.now();
        window.location.hash = '#/enumerator/day/index';
        const look = (): void => {
          const there = [...document.querySelectorAll('[class*="at--household-"]')].some(
            (row) => row.getClientRects().length > 0
          );
          if (there) requestAnimationFrame(() => resolve(performance.now() - begun));
          else requestAnimationFrame(look);
        };
        look();
      })
  );

/** One more letter in the search, up to the second frame after it; every third time the words begin anew. */
async function press(page: Page, key: string): Promise<number> {
  const input = page.locator('.taro_page:visible').last().locator('.at--search input').first();
  if ((await input.inputValue()).length >= 3) await input.fill('');
  await page.waitForTimeout(400);
  await page.evaluate(() => Object.assign(window, { painted: undefined }));
  await input.press(key);
  const painted = await page.waitForFunction(() => (window as unknown as { painted?: number }).painted, undefined, {
    timeout: 10_000,
  });
  return Number(await painted.jsonValue());
}

/** Runs in the page: how long each key took from its event to the second frame after it. */
function watchKeys(): void {
  document.addEventListener(
    'input',
    (event) =>
      requestAnimationFrame(() =>
        requestAnimationFrame((at) => Object.assign(window, { painted: at - event.timeStamp }))
      ),
    { capture: true }
  );
}

/** The script that a press of 下一步 runs, and the time from the first byte sealed to the end of the write. */
async function measureQuestions(person: Person): Promise<void> {
  await person.page.evaluate(namesOfFunctions);
  await person.page.evaluate(watchSaves);
  for (const name of ['to-consent', 'read', 'agree', 'to-declare']) await person.press(name);
  await person.sees('下面是名册上已有的信息');
  const brake = await brakeOf(person.page);
  const scripts: number[] = [];
  for (let question = 0; question < 30; question += 1) {
    if ((await person.page.locator('.taro_page:visible').last().locator('.at--submit').count()) > 0) break;
    await fillFields(person, question === 1 ? { populationClass: '03' } : {});
    await brake.slow();
    const before = await brake.script();
    await person.press('next');
    await person.page.waitForTimeout(250);
    scripts.push((await brake.script()) - before);
    await brake.free();
  }
  line(
    `next question, script (${scripts.length} questions)`,
    `p50 ${number(percentile(scripts, 0.5), 'ms')}`,
    `p95 ${number(percentile(scripts, 0.95), 'ms')} of 16`
  );
  const saves = await person.page.evaluate(() => (window as unknown as { saves: number[] }).saves);
  line(
    `save an answer to storage (${saves.length} writes)`,
    `p50 ${number(percentile(saves, 0.5), 'ms')}`,
    `p95 ${number(percentile(saves, 0.95), 'ms')} of 20`
  );
}

/** Runs in the page: every write of its storage is timed, from the sealing of its value to the end of the transaction. */
function watchSaves(): void {
  const saves: number[] = [];
  Object.assign(window, { saves });
  let sealing: number | undefined;
  const encrypt = crypto.subtle.encrypt.bind(crypto.subtle);
  crypto.subtle.encrypt = (...args: Parameters<typeof encrypt>) => {
    sealing ??= performance.now();
    return encrypt(...args);
  };
  const put = IDBObjectStore.prototype.put;
  IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
    const begun = sealing ?? performance.now();
    if (this.name === 'entries') {
      this.transaction.addEventListener('complete', () => saves.push(performance.now() - begun), { once: true });
      sealing = undefined;
    }
    return put.apply(this, args);
  };
}

/** What runs in a page was compiled for here, where every function is given its name by this. */
const namesOfFunctions = 'globalThis.__name = (made) => made';

interface Brake {
  slow(): Promise<unknown>;
  free(): Promise<unknown>;
  /** Milliseconds of script that the page has run so far. */
  script(): Promise<number>;
}

async function brakeOf(page: Page): Promise<Brake> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const rate = (times: number) => session.send('Emulation.setCPUThrottlingRate', { rate: times });
  return {
    slow: () => rate(slowdown),
    free: () => rate(1),
    async script() {
      const { metrics } = await session.send('Performance.getMetrics');
      return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000;
    },
  };
}

/** The answers to all calls about one village, once the village is on the phone. */
function listen(page: Page, code: string): () => Promise<string[]> {
  const texts: Promise<string>[] = [];
  page.on('response', (response) => {
    const asked = response.request().postData() ?? '';
    if (response.url().includes('/fn/') && asked.includes(code)) texts.push(response.text());
  });
  return async () => {
    await page.locator(`.at--carried-${code}:visible, .at--prepared:visible`).first().waitFor({ timeout: 120_000 });
    return Promise.all(texts);
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
