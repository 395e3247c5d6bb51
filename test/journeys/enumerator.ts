import type { Person, Town } from './browser';

/** The enumerator, signed in, with the undertaking confirmed and the village on the phone. */
export async function atWork(town: Town): Promise<Person> {
  const enumerator = await atTheDoorOfWork(town);
  await prepare(enumerator);
  return enumerator;
}

export async function prepare(enumerator: Person): Promise<void> {
  await enumerator.press('prepare');
  await enumerator.press('start');
  await enumerator.sees('全村名单已存好');
  await enumerator.press('ready');
  await enumerator.sees('还剩');
}

/** The same before anything is on the phone. */
export async function atTheDoorOfWork(town: Town): Promise<Person> {
  const enumerator = await town.person('enumerator');
  await enumerator.page.locator('.at--to-undertaking:visible, .at--prepare:visible').first().waitFor();
  if ((await enumerator.page.locator('.at--to-undertaking:visible').count()) > 0) {
    await enumerator.press('to-undertaking');
    await enumerator.press('read');
    await enumerator.press('promise');
  }
  return enumerator;
}

export const firstHousehold = (person: Person) => person.page.locator('[class*="at--household-"]:visible').first();

/** Answers that hold for anyone of working age; the rest takes its first choice. */
export const worker = {
  mode: 'visit',
  outcome: '01',
  homeSame: 'yes',
  populationClass: '03',
  health: '1',
  marital: '20',
  education: '71',
  worked: 'yes',
  jobForm: '7',
  role: '3',
  placeClass: '1',
  farmProduct: '种植水稻',
  industry: '01',
  occupation: '种水稻的',
  'income-band': '2',
  insurance: '1',
  policies: '9',
  trained: '1',
  returned: 'no',
  skillHas: 'no',
  jobWant: 'no',
  trainWant: 'no',
} as const;
