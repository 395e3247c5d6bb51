import { runJobs } from '../../../cloudfunctions/jobs/runner';
import { startJob } from '../../../cloudfunctions/jobs/start';
import { rotateKeysKind } from '../../../cloudfunctions/office/secrets/rotate-kind';
import type { Services } from '../../../cloudfunctions/runtime/services';
import { newKeysText, openSecrecy, readKeys, withNewKey } from '../../../cloudfunctions/secrecy';

import { benchCounty } from '../county';
import { peakMemory, timed } from '../measure';
import { line, number } from '../print';
import { onEachStore } from '../stores';
import { option, type Suite } from '../suite';

const county = '522732';

/** `--people 400000` for the county's size. */
export const rotation: Suite = {
  name: 'rotation',
  title: 'sealing and indexing everything anew under new keys',
  async run(args) {
    const people = option(args, 'people', 20_000);
    await onEachStore(async (store) => {
      const keys = yesterdaysKeys();
      await measureRotation((await benchCounty(store, people, keys)).services, keys);
    });
  },
};

export const yesterdaysKeys = (): string => newKeysText(new Date(Date.now() - 86_400_000));

/** @param first the keys everything is sealed with */
export async function measureRotation(services: Services, first: string): Promise<void> {
  const { store } = services;
  const sealed = withNewKey(first, 'seal', new Date(), 'bench');
  for (const [name, keys] of [
    ['a new key for sealing', sealed],
    ['new keys for sealing and for the index', withNewKey(sealed, 'index', new Date(), 'bench')],
  ] as const) {
    services.secrecy = openSecrecy(await readKeys(keys, 'bench'));
    const jobId = await store.transaction((db) =>
      startJob(db, {
        countyCode: county,
        kind: rotateKeysKind,
        title: 'bench',
        place: county,
        input: { by: { postId: 't_bench', role: 'keeper', name: '基准测试' }, reason: '基准测试' },
        createdBy: 'a_bench',
        now: new Date(),
      })
    );
    const [memory, [took]] = await peakMemory(() =>
      timed(() => runJobs(services, [rotateKeysKind], Number.MAX_SAFE_INTEGER))
    );
    const job = await store.read((db) =>
      db.one<{ done: number; state: string; result: { resealed?: number } }>(
        'SELECT done, state, result FROM job WHERE county_code = $1 AND job_id = $2',
        [county, jobId]
      )
    );
    if (job?.state !== 'done') throw new Error(`the rotation ended as ${job?.state}`);
    const rows = job.result.resealed ?? 0;
    const figures = [number(took / 1000, 's'), number(rows / (took / 1000), 'rows/s', 0)];
    line(name, ...figures, `${rows} of ${job.done} rows`, number(memory, 'MB over idle', 0));
  }
}
