import { openTown, type Person, type Town } from './browser';
import { atWork } from './enumerator';

let town: Town;
beforeAll(async () => {
  town = await openTown(2000);
}, 150_000);
afterAll(() => town?.close());

async function supervisor(): Promise<Person> {
  const person = await town.person('supervisor');
  await person.page.locator('.at--to-undertaking:visible, .at--review:visible').first().waitFor();
  if ((await person.page.locator('.at--to-undertaking:visible').count()) > 0) {
    await person.press('to-undertaking');
    await person.press('read');
    await person.press('promise');
  }
  return person;
}

test('a supervisor comments on one answer, and it comes back to the enumerator at the top of his list', async () => {
  const enumerator = await atWork(town);
  const reviewer = await supervisor();
  // 中海村, which the enumerator holds.
  await reviewer.go('office/review/index?place=522732114289');
  const first = reviewer.page.locator('[class*="at--record-"]:visible', { hasText: '潘华仁' }).first();
  const person = ((await first.locator('.yt-row__title').textContent()) ?? '').trim();
  await first.click();
  await reviewer.sees('点那一行写意见');
  await reviewer.press('line-health');
  await reviewer.type('comment', '和残联名单不一样，请再问一次');
  await reviewer.press('keep-comment');
  await reviewer.sees('意见：和残联名单不一样');
  await reviewer.press('return');
  await reviewer.sees('退回修改');
  await reviewer.press('send-back');
  await reviewer.sees('已退回给');
  await reviewer.leave();

  await enumerator.page.reload();
  await enumerator.sees('退回要改的');
  const back = enumerator.page.locator('[class*="at--returned-p"]:visible', { hasText: person });
  await back.first().waitFor();
  expect(await back.first().textContent()).toContain('请按逐项意见修改');
  await enumerator.leave();
});
