import { openTown, type Town } from './browser';

let town: Town;
beforeAll(async () => {
  town = await openTown();
}, 150_000);
afterAll(() => town?.close());

test('a supervisor comments on single answers on his phone and sends the record back to its author', async () => {
  const reviewer = await town.person('supervisor');
  const { page } = reviewer;
  await page.locator('.at--to-undertaking:visible, .at--review:visible').first().waitFor();
  if ((await page.locator('.at--to-undertaking:visible').count()) > 0) {
    await reviewer.press('to-undertaking');
    await reviewer.press('read');
    await reviewer.press('promise');
    await page.locator('.at--review:visible').first().waitFor();
  }
  await reviewer.go('office/review/index');
  const first = page.locator('[class*="at--record-"]:visible').first();
  const waiting = page.getByText(/^共 \d+ 条$/).last();
  const before = Number(/\d+/.exec((await waiting.textContent()) ?? '')?.[0]);
  await first.click();
  await reviewer.sees('点那一行写意见');

  await reviewer.press('line-populationClass');
  await reviewer.type('comment', '和家里人说的不一样，请再问一次');
  await reviewer.press('keep-comment');
  await reviewer.sees('意见：和家里人说的不一样');
  await reviewer.press('return');
  await reviewer.sees('和家里人说的不一样');
  await reviewer.press('send-back');
  await reviewer.sees('已退回给');
  await reviewer.sees(`共 ${before - 1} 条`);
  await reviewer.leave();
});
