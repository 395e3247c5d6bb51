import { csvMark } from '@/domain/register/csv';

export type Encoding = 'utf8' | 'gb18030';

/**
 * Bytes of a file's text as Chinese spreadsheets expect it: GB18030, or UTF-8 with a mark in front. The tables of
 * GB18030 are large, so they are loaded only by whoever asks for them.
 */
export async function encoder(encoding: Encoding): Promise<(text: string) => Buffer> {
  if (encoding === 'utf8') return (text) => Buffer.from(text, 'utf8');
  const { encode } = await import('iconv-lite');
  return (text) => encode(text, 'gb18030');
}

/** What stands before everything else. */
export const markOf = (encoding: Encoding): string => (encoding === 'utf8' ? csvMark : '');
