import type { Play } from '../county/play';
import { accountOf } from '../county/world';
import { changing } from '../schedule/step';

/** Where a deed ended up in the cloud. */
interface Effect {
  mark: string;
  as: string;
}

interface Version {
  mark: string;
  record: string;
  version: number;
  live: number;
  answers: Record<string, unknown>;
}

/** What the store holds of one world. */
export interface Found {
  effects: Effect[];
  versions: Version[];
  /** Entries that the cloud keeps until what they build on arrives. */
  held: ReadonlySet<string>;
  receipts: ReadonlySet<string>;
  requests: { id: string; operation: string; answered: boolean; audited: number }[];
  attempts: { person: string; kept: number; visits: number }[];
}

export async function readStore({ world, services }: Play): Promise<Found> {
  const { countyCode } = services.county;
  const villages = [...world.villages];
  const accounts = (['first', 'second', 'resident'] as const).map((who) => accountOf(world, who));
  const read = <R extends object>(sql: string, among: string[]) =>
    services.store.read((db) => db.query<R>(sql, [countyCode, among]));
  const versions = await read<Version & { receipt: string }>(
    `SELECT v.paradata->>'mark' AS mark, v.record_id AS record, v.version, r.version AS live, v.answers, v.receipt_no AS receipt
     FROM person p JOIN record r ON r.county_code = p.county_code AND r.form_id = 'personal' AND r.subject_id = p.person_id
     JOIN record_version v ON v.county_code = r.county_code AND v.record_id = r.record_id
     WHERE p.county_code = $1 AND p.village_code = ANY($2::text[]) ORDER BY v.record_id, v.version`,
    villages
  );
  const comparisons = await read<Effect & { receipt: string }>(
    `SELECT paradata->>'mark' AS mark, kind || ' to compare' AS as, receipt_no AS receipt FROM comparison
     WHERE county_code = $1 AND author_account = ANY($2::text[])`,
    accounts
  );
  const visits = await read<Effect>(
    `SELECT note AS mark, 'a visit' AS as FROM visit WHERE county_code = $1 AND account_id = ANY($2::text[])`,
    accounts
  );
  const newcomers = await read<Effect>(
    `SELECT house_no AS mark, 'a household' AS as FROM household
     WHERE county_code = $1 AND village_code = ANY($2::text[]) AND house_no <> ''`,
    villages
  );
  const held = await read<{ id: string }>(
    `SELECT entry_id AS id FROM held_entry WHERE county_code = $1 AND account_id = ANY($2::text[]) AND state = 'held'`,
    accounts
  );
  const requests = await read<Found['requests'][number]>(
    `SELECT q.request_id AS id, q.operation, q.reply IS NOT NULL AS answered,
       (SELECT count(*)::int FROM audit_entry e WHERE e.county_code = q.county_code AND e.request_id = q.request_id) AS audited
     FROM request q WHERE q.county_code = $1 AND q.account_id = ANY($2::text[])`,
    accounts
  );
  const attempts = await read<Found['attempts'][number]>(
    `SELECT p.person_id AS person, p.attempts AS kept,
       (SELECT count(*)::int FROM visit v
        WHERE v.county_code = p.county_code AND v.person_id = p.person_id AND v.outcome <> '01') AS visits
     FROM person p WHERE p.county_code = $1 AND p.village_code = ANY($2::text[])`,
    villages
  );
  return {
    // What a human chose between two answers is nobody's own deed.
    effects: [
      ...versions.filter(({ mark }) => mark !== null).map(({ mark, version }) => ({ mark, as: `version ${version}` })),
      ...comparisons,
      ...visits,
      ...newcomers,
    ],
    versions,
    held: new Set(held.map(({ id }) => id)),
    receipts: new Set([...versions, ...comparisons].map(({ receipt }) => receipt)),
    requests,
    attempts,
  };
}

/** A version changes what its author changed, and only where nobody else had said something different meanwhile. */
export function overwritten({ ledger }: Play, { versions }: Found): string[] {
  const broken: string[] = [];
  for (const [index, now] of versions.entries()) {
    const before = versions[index - 1];
    const follows = before?.record === now.record;
    if (now.version !== (follows ? before.version + 1 : 1))
      broken.push(`${now.record} has no version before ${now.version}`);
    const isLast = versions[index + 1]?.record !== now.record;
    if (isLast && now.live !== now.version)
      broken.push(`${now.record} stands at ${now.live}, its last version is ${now.version}`);
    const deed = ledger.deeds.get(now.mark);
    if (!follows || deed === undefined) continue;
    for (const field of changing) {
      const [old, fresh] = [before.answers[field], now.answers[field]];
      const meant = deed.changed[field];
      const between = `${field} of version ${now.version} by ${now.mark}: ${old} → ${fresh}`;
      if (old !== fresh && meant?.to !== fresh) broken.push(`${between}, which its author never said`);
      if (meant !== undefined && old !== meant.from && old !== meant.to) {
        broken.push(`${between}, though he had seen ${meant.from}: nobody was asked`);
      }
    }
  }
  return broken;
}

/** Every act is answered, and leaves one row in the audit. */
export const accountedFor = ({ requests, attempts }: Found): string[] => [
  ...requests
    .filter(({ answered, audited }) => !answered || audited !== 1)
    .map(
      ({ id, operation, answered, audited }) =>
        `request ${id} (${operation}) ${answered ? '' : 'has no answer and '}has ${audited} audit rows`
    ),
  ...attempts
    .filter(({ kept, visits }) => kept !== visits)
    .map(({ person, kept, visits }) => `${person} has ${kept} attempts and ${visits} visits`),
];
