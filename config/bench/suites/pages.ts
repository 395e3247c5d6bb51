import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { openTown } from '../../../test/journeys/browser';
import { weights } from '../../build/size';
import { root } from '../../build/stale';
import { percentile } from '../measure';
import { line, number } from '../print';
import type { Suite } from '../suite';

/** A slow phone: the browser's own brake. */
const slowdown = 4;
const keys = 40;

/** What is built: functions, packages of the mini-program, and how the longest page answers a key on a slow phone. */
export const pages: Suite = {
  name: 'pages',
  title: 'function bundles and their load time, weapp packages, key press to paint of the longest form page',
  async run() {
    for (const name of readdirSync(path.join(root, 'dist/functions'))) measureFunction(name);
    for (const { name, bytes, limit } of weights())
      line(`weapp ${name}`, number(bytes / 1024, 'KB', 0), `of ${number(limit / 1024, 'KB', 0)}`);
    await measureKeys();
  },
};

/** Bytes, gzipped bytes, and the median time of `require` in a fresh process. */
function measureFunction(name: string): void {
  const file = path.join(root, 'dist/functions', name, 'index.js');
  const code = readFileSync(file);
  const script = `const t = performance.now(); require(${JSON.stringify(file)}); process.stdout.write(String(performance.now() - t))`;
  const loads = Array.from({ length: 5 }, () =>
    Number(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }))
  );
  line(
    `function ${name}`,
    number(code.byteLength / 1024, 'KB', 0),
    number(gzipSync(code).byteLength / 1024, 'KB gz', 0),
    number(percentile(loads, 0.5), 'ms load', 0)
  );
}

/** The enumerator's whole form on one page; each key is measured from its event to the second frame after it. */
async function measureKeys(): Promise<void> {
  const town = await openTown(300);
  try {
    const person = await town.person('enumerator');
    for (const name of ['to-undertaking', 'read', 'promise', 'prepare', 'start', 'ready']) await person.press(name);
    await person.page.locator('[class*="at--household-"]:visible').first().click();
    await person.page.locator('[class*="at--collect-"]:visible').first().click();
    await person.press('populationClass');
    await person.page.locator('.at--populationClass-03:visible').last().click();
    const brake = await person.page.context().newCDPSession(person.page);
    await brake.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    const input = person.page.locator('.taro_page:visible').last().locator('.yt-input input:visible').last();
    const painted: number[] = [];
    for (let key = 0; key < keys; key += 1) {
      const took = input.evaluate(
        (element) =>
          new Promise<number>((resolve) => {
            element.addEventListener(
              'input',
              (event) => requestAnimationFrame(() => requestAnimationFrame((at) => resolve(at - event.timeStamp))),
              { once: true }
            );
          })
      );
      await input.press('a');
      painted.push(await took);
    }
    line(
      `key press to paint, ${slowdown}× slower CPU`,
      `p50 ${number(percentile(painted, 0.5), 'ms', 0)}`,
      `p95 ${number(percentile(painted, 0.95), 'ms', 0)}`
    );
  } finally {
    await town.close();
  }
}
