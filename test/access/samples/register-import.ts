import { type County, home, personIdOf } from '../../support/county';
import { registerCsv } from '../../support/register-file';
import { onPlace, type Samples } from '../sample';
import { waiting } from './register';

/** A register lies there to be read. */
async function file({ world }: County): Promise<{ fileId: string; fileName: string }> {
  const rows = [{ 姓名: '蒙大勇', 公民身份号码: '', 出生日期: '1986-10-10', 镇街: '中和镇', 村居: '中海村' }];
  world.files.set('file_register', Buffer.from(registerCsv(rows)));
  return { fileId: 'file_register', fileName: '名册.csv' };
}

/** An import that waits for an answer on who has left. */
async function run({ store, clock }: County): Promise<{ runId: string }> {
  await store.read((db) =>
    db.run(
      `INSERT INTO import_run (county_code, run_id, run_no, job_id, file_id, file_name, kind, edition_date, covers, mapping,
         phase, started_by, started_post, started_role, started_name, started_at)
       VALUES ('522732', 'im_sample', 1, 'job_sample', 'file_register', '名册.csv', 'edition', '2018-01-31', '522732',
         '{"name":0,"idNumber":1,"village":4}', 'asking', 'a_countyOfficer', 't_countyOfficer', 'county', '县经办', $1)
       ON CONFLICT DO NOTHING`,
      [clock.now()]
    )
  );
  return { runId: 'im_sample' };
}

const start = async (county: County) => ({
  ...(await file(county)),
  mapping: { name: 0, idNumber: 1, birthDate: 2, town: 3, village: 4 },
  editionDate: '2018-01-31',
  kind: 'first',
  covers: '522732',
});

export const registerImport: Samples = {
  'register.importTicket': onPlace({ fileName: '名册.csv', bytes: 1000 }),
  'register.importInspect': onPlace(file),
  'register.importStart': onPlace(start),
  'register.importProgress': onPlace(run),
  'register.importRuns': onPlace({}),
  'register.importCancel': onPlace(run),
  'register.importResume': onPlace(run),
  'register.importSettleLeaving': onPlace(async (county: County) => ({
    ...(await run(county)),
    apply: false,
    reason: '再核对',
  })),
  'register.importResult': onPlace(run),
  'register.importRows': onPlace(run),
  'register.importRowsDownload': onPlace(async (county: County) => ({ ...(await run(county)), reason: '退回核对' })),
  'register.importChanges': onPlace(async (county: County) => ({ ...(await run(county)), change: 'came' })),
  'register.unplacedGroups': onPlace({ divisionCode: home }),
  'register.unplaced': onPlace({ divisionCode: home }),
  'register.settlePlacements': onPlace(async (county: County) => ({
    caseIds: [await waiting(county)],
    villageCode: home,
    reason: '村委会确认',
  })),
  'register.findDuplicates': onPlace({}),
  'register.temporaryIdentities': onPlace({ divisionCode: home }),
  'register.joinIdentity': onPlace({
    personId: personIdOf('weiXiaoming'),
    version: 1,
    idNumber: '1',
    reason: '核对身份证',
  }),
};
