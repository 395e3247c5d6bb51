/**
 * `npm run keys`: prints a new set of keys in base64, for the setting SECRETS_KEYS.
 * `npm run keys -- seal` or `-- index`: prints the set of SECRETS_KEYS, or of the data folder's file, with a new key in
 * use for that purpose. Old keys stay in it until the rotation job has finished.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { newKeysText, withNewKey } from '../cloudfunctions/secrecy';
import { StartProblem } from '../cloudfunctions/store/errors';

function main(purpose: string | undefined): string {
  const now = new Date();
  if (purpose === undefined) return packed(newKeysText(now));
  if (purpose !== 'seal' && purpose !== 'index') {
    throw new StartProblem('settings', '要更换的密钥只能是 seal（加密）或 index（查找索引）。');
  }
  const given = process.env.SECRETS_KEYS;
  if (given !== undefined) return packed(withNewKey(given, purpose, now, '设置 SECRETS_KEYS'));
  const file = path.join(process.env.DATA_DIR ?? 'data', 'keys', 'keys.json');
  return withNewKey(fileText(file), purpose, now, `文件 ${file}`);
}

function fileText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new StartProblem('keys', `没有找到密钥文件 ${file}。请先启动一次，或用设置 SECRETS_KEYS 给出密钥。`);
  }
}

const packed = (text: string): string => Buffer.from(text).toString('base64');

try {
  console.log(main(process.argv[2]));
} catch (error) {
  if (!(error instanceof StartProblem)) throw error;
  console.error(error.sentence);
  process.exitCode = 1;
}
