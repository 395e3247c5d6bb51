import { places } from '@/domain/access';
import { importRowsDownload as operation } from '@/domain/operations/people/register-import';
import { csvLine, csvMark } from '@/domain/register/csv';
import { rowReasons } from '@/domain/register/outcomes';
import { dayInChina } from '../../runtime/clock';
import { handle } from '../../runtime/handle';
import type { Services } from '../../runtime/services';
import type { Db } from '../../store/port';
import { keepDownload, sealedRows } from '../../store/queries/register/import-results';
import { runOf } from './progress';
import { openRow } from './rows/kept-row';

/** How long the address of the file holds. */
const seconds = 15 * 60;
const pageSize = 500;

/** The rows as they stood in the file, each with its line and what is wrong with it, for the office that sent them. */
export const importRowsDownload = handle(operation, {
  concerns: (_, { actor }) => places(actor.countyCode),
  async act({ runId, outcome, reason }, context) {
    const { db, actor, now, services } = context;
    const run = await runOf(db, actor.countyCode, runId);
    const lines: string[] = [csvMark + csvLine(['行号', '结果说明', ...run.headers])];
    for await (const line of troubledRows(db, services, runId, outcome ?? null)) lines.push(line);
    const rows = lines.length - 1;
    const day = dayInChina(now);
    const fileName = `存疑和未收的行_${day}_${actor.name}.csv`;
    const fileId = await services.edges.files.put('rows.csv', Buffer.from(lines.join('')));
    const expiresAt = new Date(now.getTime() + seconds * 1000);
    await keepDownload(db, actor.countyCode, { fileId, runId, takenBy: actor.accountId, expiresAt });
    const url = await services.edges.files.downloadUrl(fileId, fileName, seconds);
    context.note({ subject: runId, reason, details: { rows, outcome: outcome ?? 'all' } });
    return { url, fileName, rows, expiresAt: expiresAt.toISOString() };
  },
});

async function* troubledRows(db: Db, services: Services, runId: string, outcome: string | null): AsyncIterable<string> {
  const { countyCode } = services.county;
  for (let after = 0; ; ) {
    const rows = await sealedRows(db, countyCode, runId, { outcome, reason: null, after, limit: pageSize });
    for (const row of rows) {
      const { sentence } = rowReasons[row.reason];
      const why = row.about === '' ? sentence : `${sentence}（${row.about}）`;
      yield csvLine([String(row.line), why, ...openRow(services, row)]);
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageSize) return;
    after = last.line;
  }
}
