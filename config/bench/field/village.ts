import path from 'node:path';
import { openStore } from '../../../cloudfunctions/store/open';
import type { Db } from '../../../cloudfunctions/store/port';
import { addressOf, ask, emptyFolder, ended, removeFolder, startLocal } from '../../../test/support/local-process';
import { root } from '../../build/stale';

export interface LargeVillage {
  url: string;
  /** The village that the invented enumerator sees first. */
  code: string;
  close(): Promise<void>;
}

const county = '522732';
const aHousehold = 4;

/** The local cloud with so many people in one village of its enumerator: more than the invented county puts in any. */
export async function largeVillage(people: number): Promise<LargeVillage> {
  const folder = emptyFolder();
  const start = () =>
    startLocal(path.join(root, 'dist'), ['--people', '300'], {
      DATA_DIR: folder,
      NODE_ENV: 'development',
      LOCAL_TIME: '2026-12-01T10:00:00+08:00',
    });
  const first = start();
  const address = await addressOf(first);
  const signedIn = await ask(address, 'account.signInLocally', { persona: 'enumerator' });
  const me = await ask(address, 'account.me', {}, { session: signedIn.value.session });
  const posts = me.value.posts as { role: string; scopes: { code: string }[] }[];
  const code = posts.find(({ role }) => role === 'enumerator')?.scopes[0]?.code;
  if (code === undefined) throw new Error('the enumerator holds no village');
  await ended(first.process, 'SIGTERM');
  const store = await openStore({ databaseUrl: null, poolSize: 1, dataDir: folder }, false);
  await store.transaction((db) => fill(db, code, people)).finally(() => store.close());
  const second = start();
  return {
    url: (await addressOf(second)).replace(/\/$/, ''),
    code,
    close: async () => {
      await ended(second.process, 'SIGTERM');
      removeFolder(folder);
    },
  };
}

/** Copies of the people who are there, four to a house, under new ids and without a number of their own. */
async function fill(db: Db, village: string, people: number): Promise<void> {
  const values = [county, village, people, aHousehold];
  await db.run(
    `INSERT INTO household (county_code, household_id, village_code, group_name, household_no, house_no, created_at, updated_at)
     SELECT $1::text, 'hb_' || n, $2::text, (n % 12 + 1) || '组', lpad(n::text, 6, '0'), n || '号', now(), now()
     FROM generate_series(1, $3::int / $4::int) n`,
    values
  );
  await db.run(
    `INSERT INTO person (county_code, person_id, household_id, relation, name, name_key, name_initials, sex, birth_date,
       ethnic, id_type, id_cipher, id_masked, id_tail, hukou_nature, village_code, village_edition, group_name, placed_by,
       collect_state, created_at, updated_at)
     SELECT $1::text, 'pb_' || n, 'hb_' || (1 + (n - 1) / $4::int), CASE WHEN n % $4::int = 1 THEN '0' ELSE '2' END,
       p.name, p.name_key, p.name_initials, p.sex, p.birth_date, p.ethnic, p.id_type, p.id_cipher, p.id_masked, p.id_tail,
       p.hukou_nature, $2::text, p.village_edition, '', 'register', 'due', now(), now()
     FROM (SELECT *, row_number() OVER (ORDER BY person_id) AS place FROM person WHERE county_code = $1::text) p
     JOIN generate_series(1, $3::int - (SELECT count(*)::int FROM person WHERE village_code = $2::text)) n
       ON p.place = 1 + n % (SELECT count(*) FROM person WHERE county_code = $1::text)`,
    values
  );
}
