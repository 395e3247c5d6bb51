import { choosePost, loadAccount } from '@/client/account';
import { session } from '@/platform/session';

/** From a fresh session to a known account; in the post given, else in the one to be chosen. */
export async function begin(token: string, post?: string): Promise<void> {
  await session.begin(token);
  if (post === undefined) await loadAccount();
  else await choosePost(post);
}
