/** `npm run migrate`: brings the store that the settings name up to this version. Production runs it before a release. */
import { StartProblem } from '../cloudfunctions/store/errors';
import { migrate } from '../cloudfunctions/store/migrate';
import { openFolder } from '../cloudfunctions/store/pglite/folder';
import { openPostgres } from '../cloudfunctions/store/postgres/store';
import { readSettings } from './settings';

async function main(): Promise<void> {
  const { DATABASE_URL: url, DATA_DIR: folder } = readSettings(process.env);
  const store = url === null ? await openFolder(folder) : await openPostgres({ url, poolSize: 1 });
  try {
    const applied = await migrate(store);
    console.log(applied.length === 0 ? '数据库已经是最新的。' : `已升级：${applied.join('、')}。`);
  } finally {
    await store.close();
  }
}

main().catch((error: unknown) => {
  if (!(error instanceof StartProblem)) throw error;
  console.error(error.sentence);
  process.exitCode = 1;
});
