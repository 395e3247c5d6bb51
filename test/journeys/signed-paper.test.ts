import { openTown, type Person, type Town } from './browser';
import { atWork, firstHousehold, worker } from './enumerator';
import { fillFields } from './form-filling';

let town: Town;
beforeAll(async () => {
  town = await openTown();
}, 150_000);
afterAll(() => town?.close());

/** As a phone's camera makes it: twelve million points, full of detail. */
async function sheetOfPaper({ page }: Person): Promise<Buffer> {
  const address = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 3000;
    canvas.height = 4000;
    const brush = canvas.getContext('2d');
    if (brush === null) throw new Error('no canvas');
    brush.fillStyle = '#f4f1ea';
    brush.fillRect(0, 0, 3000, 4000);
    for (let at = 0; at < 60_000; at += 1) {
      const shade = 120 + ((at * 7919) % 120);
      brush.fillStyle = `rgb(${shade},${shade},${(shade * 3) % 255})`;
      brush.fillRect((at * 6151) % 3000, (at * 3571) % 4000, 9, 9);
    }
    brush.fillStyle = '#112';
    brush.font = '160px sans-serif';
    brush.fillText('示例签名', 1800, 3600);
    return canvas.toDataURL('image/jpeg', 0.9);
  });
  return Buffer.from(address.split(',')[1] ?? '', 'base64');
}

async function photograph(person: Person, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  const chosen = person.page.waitForEvent('filechooser');
  await person.press('take-paper');
  await (await chosen).setFiles(file);
}

test('a resident who wants paper signs it where there is no signal, and the reviewer opens the photo', async () => {
  const enumerator = await atWork(town);
  const { page } = enumerator;
  const sheet = await sheetOfPaper(enumerator);
  await page.context().setOffline(true);
  await firstHousehold(enumerator).click();
  await page.locator('[class*="at--collect-"]:visible').first().click();
  await enumerator.sees('采集方式');

  await photograph(enumerator, { name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('这不是照片') });
  await enumerator.sees('这不是能打开的照片');
  await photograph(enumerator, { name: 'b.jpg', mimeType: 'image/jpeg', buffer: sheet });
  await page.locator('.yt-paper:visible').waitFor();

  // The phone is put away and the form opened anew: the photo is still with it.
  await page.goBack();
  await page.locator('[class*="at--collect-"]:visible').first().click();
  await page.locator('.yt-paper:visible').waitFor();
  await fillFields(enumerator, worker);
  await enumerator.press('confirmed');
  const name = (/^(\S+) \S+$/.exec(await page.title()) ?? [])[1];
  await enumerator.press('submit');
  await enumerator.sees('条还没有发出');

  await page.context().setOffline(false);
  await page.locator('.at--outbox-action:visible').last().click();
  await enumerator.press('send-now').catch(() => undefined);
  await enumerator.sees('没有待发送的内容');
  await enumerator.sees('纸质签名照片');
  await enumerator.leave();

  const reviewer = await town.person('supervisor');
  await reviewer.page.locator('.at--to-undertaking:visible, .at--review:visible').first().waitFor();
  if ((await reviewer.page.locator('.at--to-undertaking:visible').count()) > 0) {
    await reviewer.press('to-undertaking');
    await reviewer.press('read');
    await reviewer.press('promise');
    await reviewer.page.locator('.at--review:visible').first().waitFor();
  }
  await reviewer.go('office/review/index');
  const records = reviewer.page.locator('[class*="at--record-"]:visible');
  const record = records.filter({ hasText: name ?? '' }).first();
  await records.first().waitFor();
  while ((await record.count()) === 0) {
    const shown = await records.count();
    await reviewer.press('more');
    await records.nth(shown).waitFor();
  }
  await record.click();
  await reviewer.sees('有纸质签名照片');
  await reviewer.press('open-paper');
  const picture = reviewer.page.locator('img[src^="data:image/jpeg"]:visible').first();
  await picture.waitFor();
  const size = () =>
    picture.evaluate((one) => (one instanceof HTMLImageElement ? [one.naturalWidth, one.naturalHeight] : []));
  expect(await size()).toEqual([960, 1280]);
  await reviewer.leave();
}, 150_000);
