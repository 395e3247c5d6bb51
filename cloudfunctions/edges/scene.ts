import { holdsIdentity } from './texts';

/**
 * Refuses a scene or page that WeChat would not take or that shows identity. These are mistakes of ours, so a plain Error.
 * Source: wxacode.getUnlimited, scene of 1–32 visible characters out of a fixed set.
 */
export function assertScene(scene: string, page: string): void {
  if (!/^[A-Za-z0-9!#$&'()*+,/:;=?@\-._~]{1,32}$/.test(scene)) throw new Error('scene is not 1–32 allowed characters');
  if (holdsIdentity(scene)) throw new Error('scene looks like an identity or phone number');
  if (!/^[A-Za-z0-9][A-Za-z0-9/_-]*$/.test(page))
    throw new Error('page has a leading slash, a query, or odd characters');
}
