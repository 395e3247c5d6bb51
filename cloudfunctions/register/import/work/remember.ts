import { createHash } from 'node:crypto';
import * as z from 'zod';
import { allRegisterFields, type RegisterMapping } from '@/domain/register/fields';
import { findColumns, headerSignature, nameColumns } from '@/domain/register/headers';
import type { Db } from '../../../store/port';
import { rememberColumns, rememberedColumns } from '../../../store/queries/register/import-runs';

const named = z.partialRecord(z.enum(allRegisterFields), z.object({ header: z.string(), turn: z.int() }));

/** The mapping used for the last file with these headers, whatever their order; undefined when there was none. */
export async function rememberedMapping(
  db: Db,
  county: string,
  headers: readonly string[]
): Promise<RegisterMapping | undefined> {
  const row = await rememberedColumns(db, county, signatureOf(headers));
  const columns = row === undefined ? undefined : named.safeParse(row.columns);
  return columns?.success ? findColumns(headers, columns.data) : undefined;
}

export const rememberMapping = (
  db: Db,
  county: string,
  headers: readonly string[],
  mapping: RegisterMapping,
  at: Date
): Promise<number> => rememberColumns(db, county, signatureOf(headers), nameColumns(headers, mapping), at);

const signatureOf = (headers: readonly string[]): string =>
  createHash('sha256').update(headerSignature(headers)).digest('hex');
