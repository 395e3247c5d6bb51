import { newRequestId } from '@/platform/client';
import { storage } from '@/platform/storage';
import { alone } from '@/platform/tabs/alone';

const key = 'phone';
let known: string | undefined;

/** Random name of this installation, made once: the cloud tells apart several phones of one enumerator by it. */
export async function phoneId(): Promise<string> {
  known ??= await alone('phone', async () => {
    const kept = await storage.get(key);
    if (typeof kept === 'string') return kept;
    const made = newRequestId();
    await storage.set(key, made);
    return made;
  });
  return known;
}
