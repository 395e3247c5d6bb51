import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { StartProblem } from '../store/errors';
import { type Key, type Keys, keySet, type Purpose, type Unwrap } from './keys';

/**
 * Keys as text, for a file or a setting: JSON, or the same in base64.
 * `{"current":{"seal":"s1","index":"i1"},"keys":[{"id":"s1","purpose":"seal","secret":"<32 bytes in base64>"}, …]}`
 * With `"wrapped": true` on a key its secret is what a key service wrapped.
 */
const keysText = z.strictObject({
  current: z.strictObject({ seal: z.string(), index: z.string() }),
  keys: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[A-Za-z0-9_-]{1,24}$/),
        purpose: z.enum(['seal', 'index']),
        secret: z.base64(),
        wrapped: z.boolean().optional(),
      })
    )
    .min(2),
});

type KeysText = z.infer<typeof keysText>;

/**
 * @param source where the text stands, for the sentence: '设置 SECRETS_KEYS' or a file's path
 * Errors: StartProblem 'keys' that names the source and what is wrong with it, never the text itself.
 */
export async function readKeys(text: string, source: string, unwrap: Unwrap = noService): Promise<Keys> {
  const { current, keys } = parseText(text, source);
  const read = await Promise.all(keys.map((key) => readKey(key, source, unwrap)));
  if (new Set(read.map(({ id }) => id)).size < read.length) throw malformed(source, '有两把密钥编号相同');
  for (const purpose of ['seal', 'index'] as const) {
    if (!read.some((key) => key.id === current[purpose] && key.purpose === purpose)) {
      throw malformed(source, `current.${purpose} 指的密钥不在 keys 里`);
    }
  }
  if (new Set(read.map(({ secret }) => secret.toString('hex'))).size < read.length) {
    throw malformed(source, '有两把密钥内容相同，每把都要单独生成');
  }
  return keySet(read, current);
}

/** A new set of keys as text, for a first start or for production (`npm run keys`). */
export function newKeysText(at: Date): string {
  const keys = (['seal', 'index'] as const).map((purpose) => newKeyText(purpose, at));
  const [seal, index] = keys.map(({ id }) => id);
  return JSON.stringify({ current: { seal, index }, keys }, null, 2);
}

/** The same set with a new key in use for `purpose`; the old ones stay, to open what they sealed. */
export function withNewKey(text: string, purpose: Purpose, at: Date, source: string): string {
  const { current, keys } = parseText(text, source);
  const added = newKeyText(purpose, at);
  if (keys.some(({ id }) => id === added.id)) throw malformed(source, '这一分钟里已经换过一次密钥，请稍后再换');
  return JSON.stringify({ current: { ...current, [purpose]: added.id }, keys: [...keys, added] }, null, 2);
}

function newKeyText(purpose: Purpose, at: Date): KeysText['keys'][number] {
  const minute = at.toISOString().slice(0, 16).replace(/\D/g, '');
  return { id: `${purpose[0]}${minute}`, purpose, secret: randomBytes(SECRET_BYTES).toString('base64') };
}

function parseText(text: string, source: string): KeysText {
  const trimmed = text.trim();
  const json = trimmed.startsWith('{') ? trimmed : Buffer.from(trimmed, 'base64').toString('utf8');
  const parsed = keysText.safeParse(parseJson(json));
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path.join('.') ?? '';
    throw malformed(source, place === '' ? '不是规定的 JSON 格式' : `${place} 这一项不对`);
  }
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Not JSON: the schema refuses it with the same sentence as any other wrong shape.
  }
}

async function readKey(
  { id, purpose, secret, wrapped }: KeysText['keys'][number],
  source: string,
  unwrap: Unwrap
): Promise<Key> {
  const bytes = Buffer.from(secret, 'base64');
  const opened = wrapped ? await unwrap(bytes) : bytes;
  if (opened.length !== SECRET_BYTES) throw malformed(source, `密钥 ${id} 不是 ${SECRET_BYTES} 字节`);
  return { id, purpose, secret: opened };
}

const SECRET_BYTES = 32;

const noService: Unwrap = () => {
  throw new StartProblem('keys', '密钥是由密钥服务包装的，但没有接上密钥服务。请接上后再启动。');
};

function malformed(source: string, reason: string): StartProblem {
  return new StartProblem('keys', `${source.trim()} 里的加密密钥不对：${reason}。请改正或从备份恢复后再启动。`);
}
