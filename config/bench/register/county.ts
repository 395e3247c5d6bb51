import { createReadStream } from 'node:fs';
import type { Edges } from '../../../cloudfunctions/edges/ports';
import { runJobs } from '../../../cloudfunctions/jobs/runner';
import { startJob } from '../../../cloudfunctions/jobs/start';
import { registerImport } from '../../../cloudfunctions/register/import';
import { newId } from '../../../cloudfunctions/runtime/ids';
import type { Services } from '../../../cloudfunctions/runtime/services';
import { keySet, openSecrecy } from '../../../cloudfunctions/secrecy';
import type { Store } from '../../../cloudfunctions/store/port';
import { findRun, type ImportRunLine, insertRun } from '../../../cloudfunctions/store/queries/register/import-runs';

const county = '522732';

/** Services of which an import uses files, keys and the clock; everything else would be a mistake here. */
export function benchServices(store: Store, folder: string): Services {
  const keys = keySet(
    [
      { id: 's1', purpose: 'seal', secret: Buffer.alloc(32, 1) },
      { id: 'i1', purpose: 'index', secret: Buffer.alloc(32, 2) },
    ],
    { seal: 's1', index: 'i1' }
  );
  return {
    store,
    secrecy: openSecrecy(keys),
    edges: { files: { read: (fileId: string) => createReadStream(`${folder}/${fileId}`) } } as unknown as Edges,
    clock: { now: () => new Date() },
    log: (line) => {
      if (line.surprise !== undefined) throw new Error(`${line.operation}: ${line.surprise}`);
    },
    county: { countyCode: county, divisionEdition: '2018-10-31', localSignIn: false },
  };
}

/** Imports a file of the folder through the whole path, as the jobs function does. */
export async function importFile(services: Services, fileId: string): Promise<ImportRunLine> {
  const now = new Date();
  const runId = newId('im', now);
  await services.store.transaction(async (db) => {
    const jobId = await startJob(db, {
      countyCode: county,
      kind: registerImport,
      title: 'bench',
      place: county,
      input: { runId },
      createdBy: 'bench',
      now,
    });
    const mapping = Object.fromEntries(columns.map((field, column) => [field, column]));
    const who = { started_by: 'bench', started_post: 'bench', started_role: 'county', started_name: 'bench' };
    const what = { file_id: fileId, file_name: fileId, sheet: '', kind: 'first' as const, edition_date: '2018-01-01' };
    const rest = { covers: county, division_edition: null, mapping, ...who, ...what };
    await insertRun(db, county, { run_id: runId, job_id: jobId, ...rest }, now);
  });
  await runJobs(services, [registerImport], Number.MAX_SAFE_INTEGER);
  const run = await services.store.read((db) => findRun(db, county, runId));
  if (run?.outcome !== 'done')
    throw new Error(`the import ended as ${run?.outcome}: ${run?.problem}${run?.job_problem}`);
  return run;
}

const columns = [
  'householdNo',
  'name',
  'idNumber',
  'relation',
  'sex',
  'birthDate',
  'ethnic',
  'hukouNature',
  'town',
  'village',
  'group',
  'address',
  'phone',
] as const;
