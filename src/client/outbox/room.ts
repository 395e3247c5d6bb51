import { Problem } from '@/domain/problem';
import { storage } from '@/platform/storage';

/** Bytes that one form can take on the phone: its draft and its entry of the outbox, with room for long answers. */
export const roomOfForm = 96 * 1024;
/** A visit, a person found at the door. */
export const roomOfVisit = 8 * 1024;

/** What to say when there is no room: told before anything is typed. Undefined when there is. */
export async function lackOfRoom(bytes: number, what: string): Promise<Problem | undefined> {
  const free = await storage.free();
  return free < bytes ? new Problem('storage.room', { what }) : undefined;
}
