import * as z from 'zod';
import { syncEntry } from '../operations/collecting/sync';
import { clientId } from '../operations/envelope';

/**
 * A rescue file is lines of text: a header, then parts. The entries lie in the parts, sealed with SM4-GCM under a key of
 * the file's own; that key stands in the header, sealed with SM2 for the county. Whoever finds the file can read how many
 * entries it has and when it was made, and nothing else: not whose they are.
 */
export const rescueVersion = 1;

/** Ends the name of a rescue file: 应统待发内容-20180201.rescue */
export const rescueExtension = 'rescue';

const hex = z.string().regex(/^([0-9a-f]{2})+$/, '文件内容不完整');

export const rescueHeader = z.strictObject({
  format: z.literal('yingtong-rescue'),
  version: z.int().min(1).max(99),
  fileId: clientId,
  /** The phone's wall clock; for the person who reads the file's first line. */
  madeAt: z.iso.datetime(),
  entries: z.int().min(0).max(100_000),
  parts: z.int().min(0).max(10_000),
  /** Which of the county's keys, and the file's own key sealed by it (SM2, C1C3C2). */
  keyId: z.string().min(1).max(64),
  key: hex.max(1024),
});
export type RescueHeader = z.output<typeof rescueHeader>;

export const rescuePart = z.strictObject({
  part: z.int().min(1).max(10_000),
  nonce: hex.length(24),
  /** Ciphertext and behind it the tag of 16 bytes. */
  body: hex.max(96 * 1024),
});
export type RescuePart = z.output<typeof rescuePart>;

/** What lies in a part: a batch as the phone would have sent it. */
export const rescueContents = z.strictObject({
  accountId: z.string().min(1).max(64),
  post: z.string().min(1).max(64),
  phoneId: clientId,
  sentAt: z.iso.datetime({ offset: true }),
  monotonic: z.number().nonnegative(),
  boot: z.string().max(64),
  entries: z.array(syncEntry),
});
export type RescueContents = z.output<typeof rescueContents>;

/** A part cannot be put into another file or in another place. */
export const partBinding = ({ fileId, parts, entries }: RescueHeader, part: number): string =>
  `${fileId}/${part}/${parts}/${entries}`;

export interface RescueFile {
  header: RescueHeader;
  parts: RescuePart[];
}

/** Undefined for a file that is none of ours, was cut off or was changed by hand. */
export function readRescueFile(text: string): RescueFile | undefined {
  const [first, ...rest] = text.split(/\r?\n/).filter((line) => line !== '');
  const header = rescueHeader.safeParse(json(first));
  const parts = rescuePart.array().safeParse(rest.map(json));
  if (!header.success || !parts.success) return undefined;
  const inOrder = parts.data.every(({ part }, place) => part === place + 1);
  return inOrder && parts.data.length === header.data.parts ? { header: header.data, parts: parts.data } : undefined;
}

function json(line: string | undefined): unknown {
  try {
    return JSON.parse(line ?? '');
  } catch {
    return undefined;
  }
}
