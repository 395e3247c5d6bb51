/**
 * `npm run audit:verify [-- --head <seq>:<hash>]`: reads the county's whole audit chain and says intact or names the
 * first broken row. `--head` may be given several times: heads as they stand on the notice board.
 * A row without a link for minutes is linked now and named: while the program stands still nobody links.
 * Exit code 0 intact, 1 broken, 2 when it could not be read. The embedded store has to be stopped first.
 */
import { flaws, type PublishedHead, sealLate, type Verdict, verifyAudit } from '../cloudfunctions/audit';
import { StartProblem } from '../cloudfunctions/store/errors';
import { openStore } from '../cloudfunctions/store/open';
import { readSettings } from './settings';

async function main(args: string[]): Promise<number> {
  const published = headsOf(args);
  const settings = readSettings(process.env);
  const { DATABASE_URL: databaseUrl, DATABASE_POOL: poolSize, DATA_DIR: dataDir, COUNTY_CODE: county } = settings;
  const store = await openStore({ databaseUrl, poolSize, dataDir }, false);
  try {
    // Judged before sealing, so that nothing is linked to a chain that is broken already.
    const before = await verifyAudit(store, county, { published });
    if (before.state === 'broken' && before.why !== 'unsealed') return report(before);
    const linked = await sealLate(store, county);
    const code = report(await verifyAudit(store, county, { published }));
    if (before.state === 'broken' && code === 0) console.log(late(linked, before.entry));
    return code;
  } finally {
    await store.close();
  }
}

function report(verdict: Verdict): number {
  if (verdict.state === 'intact') {
    const { seq, hash } = verdict.head;
    console.log(`审计记录完整：共 ${verdict.entries} 条，链尾 ${seq}:${hash.toString('hex')}`);
    return 0;
  }
  const row = verdict.entry === '' ? '' : `（记录 ${verdict.entry}）`;
  console.log(`审计记录有问题：第 ${verdict.seq} 条${row}，${flaws[verdict.why]}。请保留现场并报告保密负责人。`);
  return 1;
}

const late = (rows: number, first: string): string =>
  `其中 ${rows} 条是现在才接入链的（第一条 ${first}）：程序停着的时候没有接链。如果程序一直在运行，请检查定时任务 sealAudit。`;

function headsOf(args: string[]): PublishedHead[] {
  return args.flatMap((word, index) => {
    if (args[index - 1] !== '--head') return [];
    const parts = /^(\d{1,15}):([0-9a-f]{64})$/.exec(word);
    if (!parts) throw new StartProblem('settings', '--head 后面要写“序号:64 位哈希”，请照公布的链尾抄写。');
    return [{ seq: Number(parts[1]), hash: Buffer.from(parts[2] ?? '', 'hex') }];
  });
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (!(error instanceof StartProblem)) throw error;
    console.error(error.sentence);
    process.exitCode = 2;
  }
);
