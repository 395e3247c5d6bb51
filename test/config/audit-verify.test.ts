import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { appendAudits, chainHead, sealAudit } from '../../cloudfunctions/audit';
import { openStore } from '../../cloudfunctions/store/open';
import type { Store } from '../../cloudfunctions/store/port';

const root = path.resolve(__dirname, '../..');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'yingtong-verify-'));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const verify = (...args: string[]) => {
  const env = { ...process.env, NODE_ENV: 'development', DATA_DIR: folder, DATABASE_URL: '', COUNTY_CODE: '522732' };
  const command = ['--import', 'tsx', 'config/audit-verify.ts', ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, env, encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}`.trim() };
};

const act = (requestId: string) => ({
  countyCode: '522732',
  at: new Date(),
  accountId: 'a_1',
  postId: 'resident',
  role: 'resident',
  actorName: '示例',
  act: 'collect.submitRecord',
  subject: '',
  place: '',
  reason: '',
  details: {},
  requestId,
});

async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ databaseUrl: null, poolSize: 1, dataDir: folder }, true);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

test('npm run audit:verify says intact, names the first broken row, or why it cannot tell', async () => {
  const head = await withStore(async (store) => {
    await store.transaction((db) => appendAudits(db, ['r_1', 'r_2', 'r_3'].map(act)));
    await sealAudit(store, '522732');
    const kept = await store.read((db) => chainHead(db, '522732'));
    // The county's command line is refused while another process, here this test, holds the folder.
    expect(verify()).toMatchObject({ status: 2, said: expect.stringMatching(/正被另一个程序使用/) });
    return `${kept.seq}:${kept.hash.toString('hex')}`;
  });
  expect(verify()).toEqual({ status: 0, said: `审计记录完整：共 3 条，链尾 ${head}` });
  expect(verify('--head', head).status).toBe(0);
  expect(verify('--head', `3:${'0'.repeat(64)}`)).toMatchObject({
    status: 1,
    said: expect.stringMatching(/^审计记录有问题：第 3 条/),
  });
  expect(verify('--head', '3')).toMatchObject({ status: 2, said: expect.stringMatching(/^--head 后面要写/) });

  await withStore(async (store) => {
    await store.transaction((db) => appendAudits(db, [act('r_4')]));
    await store.read((db) =>
      db.script(`SET session_replication_role = replica;
        UPDATE audit_entry SET written_at = written_at - interval '1 day' WHERE request_id = 'r_4'`)
    );
  });
  const stopped = verify('--head', head);
  expect(stopped.status).toBe(0);
  expect(stopped.said).toMatch(
    /^审计记录完整：共 4 条，链尾 4:[0-9a-f]{64}\n其中 1 条是现在才接入链的（第一条 [0-9a-f-]{36}）/
  );

  await withStore((store) =>
    store.read((db) =>
      db.script(`SET session_replication_role = replica;
        UPDATE audit_entry SET actor_name = '另一个人' WHERE request_id = 'r_2'`)
    )
  );
  expect(verify()).toMatchObject({
    status: 1,
    said: expect.stringMatching(/^审计记录有问题：第 [123] 条（记录 [0-9a-f-]{36}），这一行的内容被改过。/),
  });
}, 120_000);
