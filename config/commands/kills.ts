/**
 * `npm run kills -- --times 20 [--store pglite|postgres] [--phones 6]`: the local cloud killed with kill -9 while phones
 * sync, again and again, then everything they were told compared with what is there. PostgreSQL needs DATABASE_URL.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../build/stale';

const { values } = parseArgs({
  options: {
    times: { type: 'string', default: '20' },
    phones: { type: 'string', default: '6' },
    store: { type: 'string' },
  },
});

const stores =
  values.store === undefined ? ['pglite', ...(process.env.DATABASE_URL ? ['postgres'] : [])] : [values.store];

for (const store of stores) {
  console.log(`== ${store}`);
  const words = ['--import', 'tsx', path.join(root, 'test/kills/main.ts'), values.times, values.phones, store];
  const { status } = spawnSync(process.execPath, words, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) process.exitCode = 1;
}
if (values.store === undefined && stores.length === 1) console.log('== postgres: skipped, DATABASE_URL is not set');
