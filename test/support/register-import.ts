import type * as z from 'zod';
import { jobKinds } from '../../cloudfunctions/jobs/kinds';
import { runJobs } from '../../cloudfunctions/jobs/runner';
import type { OutputOf } from '../../src/domain/operations/operation';
import * as operations from '../../src/domain/operations/people/register-import';
import type { County } from './county';

type Start = z.input<typeof operations.importStart.input>;

/** Uploads a file, takes the guessed columns, imports it to its end, and answers with the result. */
export async function importFile(
  county: County,
  content: string | Buffer,
  wanted: Partial<Start> = {}
): Promise<OutputOf<typeof operations.importResult>> {
  const runId = await startImport(county, content, wanted);
  await workOn(county);
  return county.as('countyOfficer').call(operations.importResult, { runId });
}

export async function startImport(
  county: County,
  content: string | Buffer,
  wanted: Partial<Start> = {}
): Promise<string> {
  const fileId = await county.services.edges.files.put('register.csv', Buffer.from(content));
  const officer = county.as('countyOfficer');
  const mapping =
    wanted.mapping ?? (await officer.call(operations.importInspect, { fileId, fileName: '名册.csv' })).mapping;
  const { runId } = await officer.call(operations.importStart, {
    fileId,
    fileName: '名册.csv',
    mapping,
    editionDate: '2018-01-31',
    kind: 'first',
    covers: '522732',
    ...wanted,
  });
  return runId;
}

export const workOn = (county: County): Promise<number> => runJobs(county.services, jobKinds, 60_000);

export interface StoredPerson {
  person_id: string;
  name: string;
  relation: string;
  id_type: string;
  id_masked: string;
  sex: string;
  birth_date: string | null;
  ethnic: string;
  village_code: string | null;
  group_name: string;
  placed_by: string;
  placed_reason: string;
  residence_code: string;
  household_id: string | null;
  in_register: boolean;
  version: number;
  merged_into: string | null;
}

export const personNamed = async (county: County, name: string): Promise<StoredPerson> => {
  const found = await peopleNamed(county, name);
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} people called ${name}`);
  return found[0];
};

export const peopleNamed = (county: County, name: string): Promise<StoredPerson[]> =>
  county.store.read((db) => db.query<StoredPerson>('SELECT * FROM person WHERE name = $1 ORDER BY person_id', [name]));

export const countOf = async (county: County, table: string): Promise<number> => {
  const row = await county.store.read((db) => db.one<{ n: number }>(`SELECT count(*)::integer AS n FROM ${table}`));
  return row?.n ?? 0;
};
