import { buildSettings } from './build-settings';
import { declaredSettings, settingNames } from './settings';

/** `docs/settings.md`, made from the declared settings; a test fails when the page is behind them. */
export const settingsPage = (): string => `# Settings

Made by \`npm run docs\` from \`config/settings.ts\`; do not edit by hand.
A setting is an environment variable. A malformed one, or one that production needs and does not have, stops the
start with one sentence that names it.

| setting | 名称 | meaning | local default | production |
| --- | --- | --- | --- | --- |
${settingNames.map(line).join('\n')}

## Building the mini-program

Read by \`npm run build:weapp\` and written into the pages; nothing secret belongs here. Each may be empty.

| setting | meaning |
| --- | --- |
${Object.entries(buildSettings)
  .map(([name, meaning]) => `| \`${name}\` | ${meaning} |`)
  .join('\n')}
`;

function line(name: (typeof settingNames)[number]): string {
  const { label, meaning, local, production } = declaredSettings[name];
  return `| \`${name}\` | ${label} | ${meaning} | ${shown(local)} | ${shown(production)} |`;
}

const shown = (value: string): string =>
  value === '' ? '(empty)' : value === 'required' ? '**required**' : `\`${value}\``;
