import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { villages } from '@/domain/divisions';
import { nameKey } from '@/domain/identity';
import type { Services } from '../../../cloudfunctions/runtime/services';
import { migrate } from '../../../cloudfunctions/store/migrate';
import type { Store } from '../../../cloudfunctions/store/port';
import { foundByName, foundByNumber } from '../../../cloudfunctions/store/queries/people/search-people';
import { firstKey, pageOfVillage } from '../../../cloudfunctions/store/queries/people/village-people';
import { benchCounty } from '../county';
import { peakMemory, percentile, timed } from '../measure';
import { heading, line, number, ratio } from '../print';
import { bareCopy } from '../register/ceiling';
import { benchServices, importFile } from '../register/county';
import { nameAt, numberOf, writeRegister } from '../register/file';
import { onEachStore } from '../stores';
import { options, type Suite } from '../suite';
import { measureAssignment } from './assignment';
import { measureExport } from './export';
import { measureRotation, yesterdaysKeys } from './rotation';

const county = '522732';

/** `--sizes 100000,400000,1600000` prints each for itself, and so how the figures grow. */
export const register: Suite = {
  name: 'register',
  title: 'the register at its sizes: import and finding, then export, assignment and new keys in a full county',
  async run(args) {
    for (const people of options(args, 'sizes', [20_000])) {
      heading(`${number(people, 'people', 0)}`);
      await onEachStore(async (store) => {
        await measureImport(store, people);
      });
      heading(`${number(people, 'people', 0)}, a full county`);
      await onEachStore(async (store) => {
        const keys = yesterdaysKeys();
        const { services } = await benchCounty(store, people, keys);
        await measureAssignment(services, people, Math.max(2, Math.round(people / 2000)));
        await measureRotation(services, keys);
        // last, because the records it makes up are sealed for nobody
        await measureExport(services);
      });
    }
  },
};

async function measureImport(store: Store, people: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'yingtong-register-'));
  try {
    await migrate(store);
    await writeRegister(path.join(folder, 'register.csv'), people);
    const services = benchServices(store, folder);
    const [memory, [took, run]] = await peakMemory(() => timed(() => importFile(services, 'register.csv')));
    const seconds = took / 1000;
    line('import', number(seconds, 's'), number(people / seconds, 'rows/s', 0), number(memory, 'MB over idle', 0));
    line('rows', `${run.added} added`, `${run.doubtful} doubtful`, `${run.households} homes`);
    await store.read((db) => db.script('ANALYZE person; ANALYZE household'));
    const copied = await bareCopy(store, folder);
    line('bare COPY of the resulting rows', number(copied, 's'));
    line('import : COPY', ratio(seconds, copied));
    const [again, second] = await timed(() => importFile(services, 'register.csv'));
    line('the same file again', number(again / 1000, 's'), `${second.unchanged} unchanged`);
    await find(services, people);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function find(services: Services, people: number): Promise<void> {
  const { store, secrecy } = services;
  const someone = (turn: number): number => (turn * 7919) % people;
  const places = villages().map(({ code }) => code);
  const wanted = { county, parts: null, group: '', states: [], classes: [] };
  const looks: Record<string, (turn: number) => Promise<unknown>> = {
    'find by identity number': (turn) =>
      store.read((db) => foundByNumber(db, county, secrecy.indexes('idNumber', numberOf(someone(turn))))),
    'find by name in a village': (turn) =>
      store.read((db) =>
        pageOfVillage(
          db,
          { ...wanted, village: places[turn % places.length] ?? '', text: nameKey(nameAt(someone(turn))) },
          firstKey,
          50
        )
      ),
    'find by name in the county': (turn) =>
      store.read((db) => foundByName(db, county, nameKey(nameAt(someone(turn))), 21)),
  };
  for (const [name, look] of Object.entries(looks)) {
    const took: number[] = [];
    for (let turn = 0; turn < 200; turn += 1) took.push((await timed(() => look(turn)))[0]);
    line(name, `p50 ${number(percentile(took, 0.5), 'ms')}`, `p95 ${number(percentile(took, 0.95), 'ms')}`);
  }
}
