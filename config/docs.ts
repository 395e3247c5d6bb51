import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dictionaryMarkdown, formMarkdown } from '@/domain/form/output/markdown';
import { employerForm, evidence, keptByEmployerForm, keptByPersonalForm, personalForm } from '@/domain/forms';
import { accessPage } from './access-page';
import { cloudbaserc } from './cloudbaserc';
import { settingsPage } from './settings-page';

/** The documents that are made from declarations: path below the project → text. Tests keep them current. */
export const generatedDocuments = (): Record<string, string> => ({
  'docs/forms/personal.md': formMarkdown(personalForm, keptByPersonalForm, evidence),
  'docs/forms/employer.md': formMarkdown(employerForm, keptByEmployerForm, evidence),
  'docs/data-dictionary.md': dictionaryMarkdown([personalForm, employerForm]),
  'docs/access.md': accessPage(),
  'docs/settings.md': settingsPage(),
  'cloudbaserc.json': cloudbaserc(),
});

/** `npm run docs` */
if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === path.resolve('config/docs.ts')) {
  for (const [file, text] of Object.entries(generatedDocuments())) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
