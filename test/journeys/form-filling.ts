import type { Locator } from 'playwright-core';
import type { Person } from './browser';

/** Field → code of a choice, `yes`/`no`, words, or `done` for a date as the wheels stand. */
export type Wanted = Readonly<Record<string, string>>;

/**
 * Walks from the page in front to the check page: what is wanted is answered so, what is filled already stays, any
 * other question gets its first choice, like somebody in a hurry.
 */
export async function walkToCheckPage(person: Person, wanted: Wanted): Promise<void> {
  for (let page = 0; page < 60; page += 1) {
    if ((await front(person).locator('.at--submit').count()) > 0) return;
    await fillFields(person, wanted);
    const before = await person.text();
    await person.press('next');
    await changed(person, before);
    const faults = await front(person).locator('.yt-field__error:visible').allInnerTexts();
    if (faults.length > 0) throw new Error(`Stuck on a page: ${faults.join('; ')}\n${await person.text()}`);
  }
  throw new Error('The form has no end.');
}

/** Fills every field in sight; twice more for those that an answer brings up. */
export async function fillFields(person: Person, wanted: Wanted): Promise<void> {
  for (let round = 0; round < 3; round += 1) {
    const fields = await front(person).locator('.yt-field:visible').all();
    for (const field of fields) await fillOne(person, field, wanted);
  }
}

/** Fields that a person in a hurry leaves alone. */
const optional = /-(all|code)$|^(unitUscc|certNo|remark|gps|wantAbroad|wantPlace|skillCertNo|reason-.*)$/;

async function fillOne(person: Person, field: Locator, wanted: Wanted): Promise<void> {
  if (!(await field.isVisible().catch(() => false))) return;
  const name = ((await field.getAttribute('id')) ?? '').replace('field-', '');
  if (optional.test(name) && wanted[name] === undefined) return;
  const choices = field.locator(':scope > .yt-choice .yt-choice__option');
  const line = field.locator(':scope > .yt-input input, :scope > .yt-input textarea').first();
  const picker = field.locator(':scope > .yt-input--picker').first();
  if ((await choices.count()) > 0) await choose(field, choices, wanted[name]);
  else if ((await line.count()) > 0) await write(line, wanted[name] ?? '示例');
  else if ((await picker.count()) > 0) await pick(person, picker, name, wanted[name]);
}

async function choose(field: Locator, choices: Locator, code: string | undefined): Promise<void> {
  const chosen = field.locator(':scope > .yt-choice .yt-choice__option--chosen');
  const aim = code === undefined ? choices.first() : field.locator(`:scope > .yt-choice [class*="-${code}"]`).first();
  if (code === undefined ? (await chosen.count()) > 0 : /--chosen/.test((await aim.getAttribute('class')) ?? ''))
    return;
  await aim.click();
}

async function write(line: Locator, words: string): Promise<void> {
  if ((await line.inputValue()) === '') await line.fill(words);
}

async function pick(person: Person, picker: Locator, name: string, code: string | undefined): Promise<void> {
  if ((await picker.locator('.yt-input__none').count()) === 0) return;
  await picker.click();
  const sheet = person.page.locator('.yt-sheet:visible').last();
  await sheet.waitFor();
  const done = sheet.locator(`.at--${name}-done`);
  const row = sheet.locator(code === undefined ? '.yt-row' : `.at--${name}-${code}`).first();
  if ((await done.count()) > 0) await done.click();
  else if ((await row.count()) > 0) await row.click();
  else await throughPlaces(person, sheet);
  await sheet.waitFor({ state: 'hidden' });
}

/** Province, city, county: the first of each until the sheet goes away. */
async function throughPlaces(person: Person, sheet: Locator): Promise<void> {
  for (let level = 0; level < 4 && (await sheet.isVisible()); level += 1) {
    await sheet.locator('.taroify-cascader__option:visible').first().click();
    await person.page.waitForTimeout(300);
  }
}

const front = ({ page }: Person): Locator => page.locator('.taro_page:visible').last();

/** Until the page in front reads otherwise, or it is clear that it will not. */
async function changed(person: Person, before: string): Promise<void> {
  for (let waited = 0; waited < 3000; waited += 100) {
    if ((await person.text()) !== before) return;
    await person.page.waitForTimeout(100);
  }
}
