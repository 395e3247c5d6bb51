import { openTown, type Person, type Town } from './browser';
import { type Wanted, walkToCheckPage } from './form-filling';

let town: Town;
beforeAll(async () => {
  town = await openTown();
}, 150_000);
afterAll(() => town?.close());

/** Somebody who grows rice at home and wants no other work. */
const farmer: Wanted = {
  marital: '20',
  education: '71',
  poorRegistered: 'no',
  relocated: 'no',
  landLost: 'no',
  insurance: '1',
  policies: '9',
  worked: 'yes',
  jobForm: '7',
  role: '3',
  placeClass: '1',
  farmProduct: '种植水稻',
  industry: '01',
  occupation: '种水稻的',
  'income-band': '2',
  returned: 'no',
  skillHas: 'no',
  titleHas: 'no',
  trained: '1',
  jobWant: 'no',
  bizWant: 'no',
  trainWant: 'no',
};

/** Answers the pages of somebody who farms at home and wants nothing; whatever is not named keeps what the register says. */
async function answerAsFarmer(person: Person): Promise<void> {
  await person.press('next'); // the register's page: all right
  await person.press('populationClass-03');
  await person.press('next');
  await person.press('homeSame-yes');
  await person.press('next');
  await person.press('health-1');
  await person.press('next');
}

test('a resident agrees, declares for himself, finds his draft again after a reload, and gets a receipt', async () => {
  const resident = await town.person('resident');
  await resident.press('to-consent');
  await resident.press('read');
  await resident.press('agree');
  await resident.sees('为自己填报');
  await resident.press('to-declare');
  await resident.sees('下面是名册上已有的信息');
  await answerAsFarmer(resident);
  await resident.press('marital-20');

  // The phone restarts in the middle: the answers and the place are still there.
  await resident.page.reload();
  await resident.sees('您的婚姻状况');
  expect(await resident.page.locator('.at--marital-20.yt-choice__option--chosen').count()).toBe(1);
  await walkToCheckPage(resident, farmer);
  await resident.sees('都填好了');
  await resident.press('confirmed');
  await resident.press('submit');
  await resident.sees('已提交，谢谢您');
  expect(await resident.text()).toMatch(/回执号\s*\S{8,}/);
  expect(await resident.text()).toContain('中和镇中海村');
  await resident.press('home');
  await resident.sees('已提交');
  await resident.leave();
});

test('a correction is a new version that says what changed', async () => {
  const resident = await town.person('resident');
  await resident.page.locator('[class*="at--record-"]:visible').first().click();
  await resident.press('correct');
  await resident.sees('下面是名册上已有的信息');
  await resident.press('next');
  for (const answer of ['populationClass-03', 'homeSame-yes', 'health-2']) {
    await resident.press(answer);
    await resident.press('next');
  }
  await walkToCheckPage(resident, farmer);
  await resident.press('confirmed');
  await resident.press('submit');
  await resident.sees('已提交，谢谢您');
  await resident.press('view-record');
  await resident.page.getByText('修改记录').last().click();
  await resident.sees('健康或良好 → 一般或较弱');
  await resident.leave();
});

test('nothing that was typed or shown stands in the log of the cloud', () => {
  expect(town.county.said()).not.toMatch(/\d{17}[\dX]/);
  expect(town.county.said()).not.toContain('种植水稻');
});
