import type { Source } from '../../cloudfunctions/register/import/decode/source';

/** A file in memory, given out in pieces as a network would. */
export const sourceOf = (content: Uint8Array | string, pieceBytes = 64 * 1024): Source => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return {
    async *read() {
      for (let at = 0; at < bytes.byteLength; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
    },
  };
};

/** Text that goes on without ever being held. */
export const endlessSource = (pieces: () => Iterable<string>): Source => ({
  async *read() {
    for (const piece of pieces()) yield Buffer.from(piece);
  },
});
