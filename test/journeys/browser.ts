import { type Browser, chromium, type Page } from 'playwright-core';
import { type County, openCounty } from './county';

export const phone = { width: 360, height: 780 };
export const desktop = { width: 1366, height: 768 };

export interface Person {
  page: Page;
  /** What the page in front shows. */
  text(): Promise<string>;
  /** Waits until the words are on the page in front. */
  sees(words: string): Promise<void>;
  /** Presses the control that a building block was given this name for. */
  press(name: string): Promise<void>;
  type(name: string, words: string): Promise<void>;
  /** Opens an address: `resident/home/index`. */
  go(address: string): Promise<void>;
  leave(): Promise<void>;
}

export interface Town {
  county: County;
  /** Somebody with a browser of her own, signed in as one of the invented people unless nobody is named. */
  person(persona?: string, screen?: { width: number; height: number }): Promise<Person>;
  close(): Promise<void>;
}

/** The local cloud and a browser for one file of journeys. A fault on any page fails the step that comes next. */
export async function openTown(people?: number): Promise<Town> {
  return townOf(await openCounty({ people }));
}

/** A browser over a county that is there already. */
export async function townOf(county: County): Promise<Town> {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-background-networking', '--disable-gpu'],
  });
  return {
    county,
    person: (persona, screen = phone) => enter(browser, county, persona, screen),
    close: async () => {
      await browser.close();
      await county.close();
    },
  };
}

async function enter(
  browser: Browser,
  county: County,
  persona: string | undefined,
  viewport: typeof phone
): Promise<Person> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(fault.message));
  const whole = () => {
    if (faults.length > 0) throw new Error(`The page broke: ${faults.join('; ')}`);
  };
  // Pages below stay in the document; the one in front is the last that is shown.
  const front = () => page.locator('.taro_page:visible').last();
  const person: Person = {
    page,
    text: async () => (await front().textContent()) ?? '',
    sees: async (words) => {
      await front().getByText(words).first().waitFor();
      whole();
    },
    press: async (name) => {
      await front().locator(`.at--${name}`).first().click();
      whole();
    },
    type: async (name, words) => {
      await front().locator(`.at--${name} input, .at--${name} textarea, input.at--${name}`).first().fill(words);
      whole();
    },
    go: async (address) => {
      await page.goto(`${county.url}/#/${address}`);
      await front().waitFor();
      whole();
    },
    leave: () => context.close(),
  };
  await person.go('resident/home/index');
  if (persona) await signIn(person, persona);
  return person;
}

async function signIn(person: Person, persona: string): Promise<void> {
  await person.go('resident/sign-in/index');
  await person.press(`persona-${persona}`);
  await person.page.waitForFunction(() => !window.location.hash.includes('sign-in'));
}
