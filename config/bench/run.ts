/**
 * `npm run bench [-- <suite>… [--option n]]`: figures with the machine they were taken on, as ratios to a ceiling taken
 * in the same run. Without a name every suite runs. A PostgreSQL server is measured when DATABASE_URL names one.
 */
import { heading, printMachine } from './print';
import { suites } from './suites';

async function main(words: readonly string[]): Promise<void> {
  const options = words.findIndex((word) => word.startsWith('--'));
  const names = options === -1 ? words : words.slice(0, options);
  const unknown = names.find((name) => !suites.some((suite) => suite.name === name));
  if (unknown !== undefined) {
    console.error(`There is no suite ${unknown}. Suites: ${suites.map(({ name }) => name).join(', ')}.`);
    process.exitCode = 1;
    return;
  }
  printMachine();
  for (const { name, title, run } of suites) {
    if (names.length > 0 && !names.includes(name)) continue;
    heading(`== ${name}: ${title}`);
    await run(options === -1 ? [] : words.slice(options));
  }
}

void main(process.argv.slice(2));
