import { type County, home } from '../../support/county';
import { onPlace, type Samples } from '../sample';

async function waiting({ store, clock }: County): Promise<{ jobId: string }> {
  await store.read((db) =>
    db.run(
      `INSERT INTO job (county_code, job_id, kind, title, place, created_by, created_at, updated_at)
       VALUES ('522732', 'job_one', 'test.none', '数数', $1, 'a_townOfficer', $2, $2) ON CONFLICT DO NOTHING`,
      [home, clock.now()]
    )
  );
  return { jobId: 'job_one' };
}

export const jobs: Samples = {
  'jobs.list': onPlace({ divisionCode: home }),
  'jobs.show': onPlace(waiting),
  'jobs.cancel': onPlace(waiting),
  'jobs.resume': onPlace(waiting),
};
