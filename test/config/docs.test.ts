import { existsSync, readFileSync } from 'node:fs';
import { generatedDocuments } from '../../config/docs';

test.each(Object.entries(generatedDocuments()))('%s is what the declarations say now (npm run docs)', (file, text) => {
  expect(existsSync(file) ? readFileSync(file, 'utf8') : '').toBe(text);
});
