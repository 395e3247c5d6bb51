import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { villages } from '@/domain/divisions';
import { nameKey } from '@/domain/identity';
import type { Services } from '../../../cloudfunctions/runtime/services';
import { migrate } from '../../../cloudfunctions/store/migrate';
import type { Store } from '../../../cloudfunctions/store/port';
import { foundByName, foundByNumber } from '../../../cloudfunctions/store/queries/search-people';
import { firstKey, pageOfVillage } from '../../../cloudfunctions/store/queries/village-people';
import { peakMemory, percentile, timed } from '../measure';
import { heading, line, number, ratio } from '../print';
import { bareCopy } from '../register/ceiling';
import { benchServices, importFile } from '../register/county';
import { nameAt, numberOf, writeRegister } from '../register/file';
import { onEachStore } from '../stores';
import { option, type Suite } from '../suite';

const county = '522732';

/** `--people 400000` for the county's size; `--growth` runs a quarter, the whole and four times as many. */
export const register: Suite = {
  name: 'register',
  title: 'importing a household register against a bare COPY of the resulting rows; finding people',
  async run(args) {
    const people = option(args, 'people', 20_000);
    const sizes = args.includes('--growth') ? [people / 4, people, people * 4] : [people];
    for (const size of sizes) {
      heading(`${number(size, 'people', 0)}`);
      await onEachStore((store) => measure(store, size));
    }
  },
};

async function measure(store: Store, people: number): Promise<void> {
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
