import { storage } from './storage';

/**
 * Who is signed in here. In WeChat there is no token: the platform says who calls. In a browser the token comes from
 * a persona (local cloud only) or from confirming on the phone.
 */
interface Signed {
  token?: string;
  /** The post in use; absent means as a resident. */
  post?: string;
}

const key = 'session';
let signed: Signed | undefined;

export const session = {
  async read(): Promise<Signed> {
    signed ??= toSigned(await storage.get(key));
    return signed;
  },
  async begin(token: string): Promise<void> {
    await keep({ token });
  },
  async choosePost(post: string): Promise<void> {
    await keep({ ...(await session.read()), post });
  },
  async end(): Promise<void> {
    signed = {};
    await storage.remove(key);
  },
};

async function keep(next: Signed): Promise<void> {
  signed = next;
  await storage.set(key, next);
}

function toSigned(value: unknown): Signed {
  if (typeof value !== 'object' || value === null) return {};
  const { token, post } = value as Record<string, unknown>;
  return { ...(typeof token === 'string' ? { token } : {}), ...(typeof post === 'string' ? { post } : {}) };
}
