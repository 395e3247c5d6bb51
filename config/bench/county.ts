import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { undertakingText } from '@/domain/access';
import type { Reply } from '@/domain/operations/envelope';
import type { Operation } from '@/domain/operations/operation';
import { localEdges } from '../../cloudfunctions/edges/local/edges';
import { fileCipher } from '../../cloudfunctions/edges/local/file-cipher';
import { fillOnce } from '../../cloudfunctions/local/fill/fill';
import { systemClock } from '../../cloudfunctions/runtime/clock';
import { digest } from '../../cloudfunctions/runtime/digest';
import type { Main } from '../../cloudfunctions/runtime/serve';
import { placeServices, type Services } from '../../cloudfunctions/runtime/services';
import { newKeysText, openSecrecy, readKeys } from '../../cloudfunctions/secrecy';
import { migrate } from '../../cloudfunctions/store/migrate';
import type { Store } from '../../cloudfunctions/store/port';

/** A filled county whose functions are called as a phone calls them, and one who may collect everywhere in it. */
export interface BenchCounty {
  services: Services;
  /** In the post of the collector, or of a county officer. */
  call(main: Main, operation: Operation, input: unknown, post?: 't_bench' | 't_office'): Promise<Reply>;
}

export const seed = 20180101;
const session = 'session-of-the-bench-enumerator';

/** @param keysText the keys it is sealed with, for whoever replaces them afterwards */
export async function benchCounty(
  store: Store,
  people: number,
  keysText: string = newKeysText(new Date())
): Promise<BenchCounty> {
  await migrate(store);
  const county = { countyCode: '522732', divisionEdition: '2018-10-31', localSignIn: true };
  const keys = await readKeys(keysText, 'bench');
  const world = { store, clock: systemClock, countyCode: '522732', address: () => '' };
  const services: Services = {
    store,
    secrecy: openSecrecy(keys),
    edges: localEdges({
      ...world,
      folder: mkdtempSync(path.join(tmpdir(), 'yingtong-files-')),
      cipher: fileCipher(keys),
    }),
    clock: systemClock,
    // A line a call is written in production too; where it goes is not this bench's concern.
    log: (line) => {
      if (JSON.stringify(line) !== '' && line.surprise !== undefined)
        throw new Error(`${line.operation}: ${line.surprise}`);
    },
    county,
  };
  placeServices(services);
  await fillOnce(services, { people, seed }, () => undefined);
  await addCollector(services);
  return {
    services,
    async call(main, operation, input, post = 't_bench') {
      const requestId = randomBytes(12).toString('base64url');
      const event = { operation: operation.name, input, requestId, session, post };
      return main(event, { environment: '{"WX_OPENID":"","TRIGGER_SRC":""}' });
    },
  };
}

async function addCollector({ store, county: { countyCode } }: Services): Promise<void> {
  const now = new Date();
  const later = new Date(now.getTime() + 86_400_000);
  await store.transaction(async (db) => {
    await db.run('INSERT INTO account (county_code, account_id, name, created_at) VALUES ($1, $2, $3, $4)', [
      countyCode,
      'a_bench',
      '采集员（示例）',
      now,
    ]);
    for (const [post, role] of [
      ['t_bench', 'enumerator'],
      ['t_office', 'county'],
    ]) {
      await db.run(
        `INSERT INTO post (county_code, post_id, account_id, role, title, starts_on, undertaking_version, created_at)
         VALUES ($1, $2, 'a_bench', $3, '示例', '2017-12-01', $4, $5)`,
        [countyCode, post, role, undertakingText.version, now]
      );
      await db.run(
        'INSERT INTO post_scope (county_code, post_id, division_code, starts_at) VALUES ($1, $2, $1::text, $3)',
        [countyCode, post, now]
      );
    }
    await db.run(
      `INSERT INTO session (county_code, token_hash, account_id, channel, created_at, expires_at)
       VALUES ($1, $2, 'a_bench', 'local', $3, $4)`,
      [countyCode, digest(session), now, later]
    );
    await db.script('ANALYZE');
  });
}
