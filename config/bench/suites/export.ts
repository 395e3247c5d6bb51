import { personalForm } from '@/domain/forms';
import { runJobs } from '../../../cloudfunctions/jobs/runner';
import { startJob } from '../../../cloudfunctions/jobs/start';
import { writeExportKind } from '../../../cloudfunctions/office/exports/write-kind';
import { newId } from '../../../cloudfunctions/runtime/ids';
import type { Services } from '../../../cloudfunctions/runtime/services';
import { addExport, decideExport, findExport } from '../../../cloudfunctions/store/queries/secrecy/exports';
import { benchCounty } from '../county';
import { peakMemory, timed } from '../measure';
import { line, number, ratio } from '../print';
import { recordsForAll } from '../records';
import { onEachStore } from '../stores';
import { option, type Suite } from '../suite';

const county = '522732';

/** `--people 400000` for the county's size. */
export const exporting: Suite = {
  name: 'export',
  title: 'a file of every record through the whole job, against COPY TO of the same columns',
  async run(args) {
    const people = option(args, 'people', 20_000);
    await onEachStore(async (store) => measureExport((await benchCounty(store, people)).services));
  },
};

/** Everyone of the county gets a record first. */
export async function measureExport(services: Services): Promise<void> {
  const { store } = services;
  const records = await recordsForAll(store);
  const fields = Object.keys(personalForm.fields).length;
  const [copied, bytes] = await timed(() => drain(store.copyOut(sameColumns())));
  line(`COPY TO, ${fields} fields of ${records} records`, number(copied / 1000, 's'), number(bytes / 1e6, 'MB', 0));
  for (const purpose of ['checking', 'comparing'] as const) {
    const [memory, [took, rows]] = await peakMemory(() => timed(() => writeFile(services, purpose)));
    const figures = [number(took / 1000, 's'), number(rows / (took / 1000), 'rows/s', 0)];
    line(`export «${purpose}»`, ...figures, number(memory, 'MB over idle', 0), ratio(took, copied));
  }
}

/** The answers one by one, as the columns of a table would give them. */
const sameColumns = (): string =>
  `SELECT p.person_id, p.village_code, p.collect_state, p.id_masked, p.phone_masked, ${Object.keys(personalForm.fields)
    .map((field) => `v.answers->>'${field}'`)
    .join(', ')}
   FROM person p
   JOIN record r ON r.county_code = p.county_code AND r.form_id = 'personal' AND r.subject_id = p.person_id
   JOIN record_version v ON v.county_code = r.county_code AND v.record_id = r.record_id AND v.version = r.version
   WHERE p.county_code = '${county}' AND p.merged_into IS NULL
   ORDER BY p.village_code, p.collect_state, p.person_id`;

async function drain(content: AsyncIterable<Uint8Array>): Promise<number> {
  let bytes = 0;
  for await (const piece of content) bytes += piece.byteLength;
  return bytes;
}

async function writeFile(services: Services, purpose: 'checking' | 'comparing'): Promise<number> {
  const { store } = services;
  const now = new Date();
  const exportId = newId('x', now);
  const who = { accountId: 'a_bench', postId: 't_bench', name: '基准测试', title: '' };
  const what = { purpose, formId: 'personal', divisionCode: county, filters: { states: [], classes: [] } };
  await store.transaction(async (db) => {
    await addExport(db, county, { exportId, ...what, ...who, encoding: 'utf8', reason: '基准测试', now });
    const wanted = { countyCode: county, kind: writeExportKind, title: 'bench', place: county };
    const jobId = await startJob(db, { ...wanted, input: { exportId }, createdBy: 'a_bench', now });
    const decided = { state: 'making' as const, account: 'a_bench', name: '', answer: '', jobId, now };
    await decideExport(db, county, { exportId, ...decided });
  });
  await runJobs(services, [writeExportKind], Number.MAX_SAFE_INTEGER);
  const made = await store.read((db) => findExport(db, county, exportId, false));
  if (made?.state !== 'ready' || made.file_id === null) throw new Error(`the export ended as ${made?.state}`);
  await services.edges.files.delete([made.file_id]);
  return made.rows;
}
