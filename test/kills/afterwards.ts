import { measuresOf } from '@/domain/campaign/measures';
import { sealLate, verifyAudit } from '../../cloudfunctions/audit';
import type { Store } from '../../cloudfunctions/store/port';
import { villageFacts, villagesCounted } from '../../cloudfunctions/store/queries/office/recount';
import type { Killed } from './rounds';

const county = '522732';

/** What was promised and does not hold after the kills, one line each; empty when all of it does. */
export async function brokenAfterwards(store: Store, { entries, acknowledged }: Killed): Promise<string[]> {
  const found = await effects(store);
  const broken: string[] = [];
  for (const { id, title, operation, standing } of entries) {
    const times = found.get(title) ?? 0;
    if (standing.is !== 'received')
      broken.push(
        `${title} (${operation}) is ${standing.is} in the end${standing.is === 'refused' ? `: ${standing.problem.message}` : ''}`
      );
    if (times > 1) broken.push(`${title} (${operation}) is there ${times} times`);
    if (times === 0)
      broken.push(`${title} (${operation}) ${acknowledged.has(id) ? 'was acknowledged and is lost' : 'is nowhere'}`);
  }
  const done = new Set(entries.map(({ title }) => title));
  for (const mark of found.keys()) if (!done.has(mark)) broken.push(`nobody did ${mark}`);
  return [...broken, ...(await counters(store)), ...(await audit(store, entries.length))];
}

/** How often each deed is in the cloud, by its mark. */
async function effects(store: Store): Promise<Map<string, number>> {
  const rows = await store.read((db) =>
    db.query<{ mark: string; times: number }>(
      `SELECT mark, count(*)::int AS times FROM (
         SELECT note AS mark FROM visit WHERE county_code = $1
         UNION ALL SELECT house_no FROM household WHERE county_code = $1
         UNION ALL SELECT paradata->>'mark' FROM record_version WHERE county_code = $1
         UNION ALL SELECT paradata->>'mark' FROM comparison WHERE county_code = $1) deed
       WHERE mark ~ '^m[0-9]+$' GROUP BY mark`,
      [county]
    )
  );
  return new Map(rows.map(({ mark, times }) => [mark, times]));
}

async function counters(store: Store): Promise<string[]> {
  const broken: string[] = [];
  const villages = await store.read((db) => villagesCounted(db, county, '', 1000));
  for (const village of villages) {
    const kept = await store.read((db) => villageFacts(db, county, village));
    const counted: Record<string, number> = {};
    for (const { people, ...person } of kept.facts) {
      for (const measure of measuresOf(person)) counted[measure] = (counted[measure] ?? 0) + people;
    }
    for (const measure of new Set([...Object.keys(counted), ...Object.keys(kept.counters)])) {
      const [says, is] = [kept.counters[measure] ?? 0, counted[measure] ?? 0];
      if (says !== is) broken.push(`counter ${measure} of ${village} says ${says}, a recount ${is}`);
    }
  }
  return broken;
}

/** The chain is whole, and every act of the phones is in the audit once. */
async function audit(store: Store, acts: number): Promise<string[]> {
  await sealLate(store, county);
  const verdict = await verifyAudit(store, county);
  const row = await store.read((db) =>
    db.one<{ rows: number }>(
      `SELECT count(*)::int AS rows FROM audit_entry WHERE county_code = $1
         AND act IN ('register.addPerson', 'collect.recordVisit', 'collect.submitRecord')
         AND request_id IN (SELECT request_id FROM request WHERE county_code = $1)`,
      [county]
    )
  );
  return [
    ...(verdict.state === 'intact' ? [] : [`the audit chain is broken at ${verdict.seq}: ${verdict.why}`]),
    ...(row?.rows === acts ? [] : [`${acts} acts left ${row?.rows} rows in the audit`]),
  ];
}
