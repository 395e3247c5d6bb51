import type { SyncEntry } from '@/domain/operations/collecting/sync';
import { makeRescueFile, type RescueFile, readRescueFile } from '@/domain/rescue';
import { rescueSeal } from '../rescue-seal';
import { type County, newRequestId } from './index';
import type { PhoneEntry } from './phone';
import { accountIdOf, postIdOf, type SeatName } from './staff';

/** The file that a dying phone writes, as the county reads it. */
export function rescueFile(county: County, who: SeatName, entries: readonly PhoneEntry[]): RescueFile {
  const at = county.clock.now().toISOString();
  const owner = {
    accountId: accountIdOf(who),
    post: postIdOf(who),
    phoneId: newRequestId(),
    sentAt: at,
    monotonic: 1,
    boot: 'dying',
  };
  const full = entries.map((entry): SyncEntry => ({ after: [], doneAt: at, monotonic: 0, boot: 'dying', ...entry }));
  const text = makeRescueFile(newRequestId(), owner, full, {
    key: county.services.secrecy.rescue.current(),
    seal: rescueSeal,
    bytesOf: (words) => Buffer.byteLength(words),
  });
  const file = readRescueFile(text);
  if (file === undefined) throw new Error('a rescue file that cannot be read');
  return file;
}

/** What one call imports: a file of one part. */
export function rescueInput(county: County, who: SeatName, entries: readonly PhoneEntry[]) {
  const visit = { visitId: newRequestId(), personId: 'p_nobody', channel: 'visit', outcome: '11' };
  const some: PhoneEntry[] = [{ id: newRequestId(), operation: 'collect.recordVisit', input: visit }];
  const { header, parts } = rescueFile(county, who, entries.length === 0 ? some : entries);
  const [part] = parts;
  if (part === undefined) throw new Error('a rescue file without a part');
  return { header, part };
}
