import { allRoles, type Role, reachOf } from '@/domain/access';
import { holdsIdentity } from '@/domain/identity';
import { allOperations } from '@/domain/operations';
import { jobKinds } from '../../../../cloudfunctions/jobs/kinds';
import { runJobs } from '../../../../cloudfunctions/jobs/runner';
import { seatsOfRole } from '../../../access/sample';
import { samples } from '../../../access/samples';
import { type County, idNumberOf, openCounty, type PersonName, people, type SeatName } from '../../../support/county';
import { atTheDoor, outOfWork, send, working } from '../../../support/county/forms';

/** Where no identity number and no telephone may ever stand: what is kept in the open, sent out, or shown to many. */
const openPlaces: Readonly<Record<string, string>> = {
  'the trail': "SELECT (to_jsonb(audit_entry) - 'digest')::text AS text FROM audit_entry",
  messages: 'SELECT row_to_json(message)::text AS text FROM message',
  notices: 'SELECT row_to_json(notice)::text AS text FROM notice',
  reminders: 'SELECT row_to_json(reminder)::text AS text FROM reminder',
  jobs: 'SELECT row_to_json(job)::text AS text FROM job',
  'what happened to a person': 'SELECT row_to_json(person_event)::text AS text FROM person_event',
  'doubts about two people': 'SELECT row_to_json(duplicate_case)::text AS text FROM duplicate_case',
  'replies kept for a repeated call': 'SELECT reply::text AS text FROM request WHERE reply IS NOT NULL',
  exports: 'SELECT row_to_json(export_request)::text AS text FROM export_request',
  'answers to corrections': 'SELECT row_to_json(correction_step)::text AS text FROM correction_step',
};

const known = (Object.keys(people) as PersonName[]).flatMap((who) => {
  const one: { name: string; phone?: string } = people[who];
  return [idNumberOf(who), ...(one.phone === undefined ? [] : [one.phone])];
});

/** Our own ids and hashes are chance and may by chance read like a number. */
const chance = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{64}|"request_?[iI]d":\s?"[^"]*"/g;

/** A text that holds one of the numbers in use here, or anything that reads like one. */
const leaks = (text: string): boolean =>
  known.some((number) => text.includes(number)) || holdsIdentity(text.replace(chance, ''));

const operations = allOperations.filter(({ name }) => samples[name] !== undefined);

/** Somebody who may make the call, so that it goes as far as it can. */
function seatFor(verb: (typeof operations)[number]['verb']): SeatName {
  if (verb === 'anyone' || verb === 'signedIn') return 'resident';
  const order: readonly Role[] = ['town', 'county', ...allRoles];
  const role = order.find((one) => reachOf(one, verb) !== undefined);
  if (role === undefined) throw new Error(`nobody may use ${verb}`);
  return seatsOfRole[role].inside;
}

/** Calls an operation once as somebody who may and once as somebody who may not; answers all that was said. */
async function run(name: string, county: County): Promise<string[]> {
  const operation = operations.find((one) => one.name === name);
  const sample = samples[name];
  if (operation === undefined || sample === undefined) throw new Error(`no sample for ${name}`);
  const seat = seatFor(operation.verb);
  const outsiders: SeatName[] = [seat, 'neighbour', 'otherEnumerator'];
  const problems: string[] = [];
  for (const who of outsiders) {
    const reply = await county.as(who).reply(operation, await sample.input(county));
    if (!reply.ok) problems.push(JSON.stringify(reply.problem));
  }
  return problems;
}

test.each(operations.map(({ name }) => name as string))('%s leaves no number in the open', async (name) => {
  const county = await openCounty();
  await send(county, 'resident', 'weiXiaoming', { answers: outOfWork });
  const problems = await run(name, county);
  await runJobs(county.services, jobKinds, 60_000);
  const found: string[] = [];
  for (const [place, sql] of Object.entries(openPlaces)) {
    const rows = await county.store.read((db) => db.query<{ text: string }>(sql));
    if (rows.some(({ text }) => leaks(text))) found.push(place);
  }
  if (county.world.log.some((line) => leaks(JSON.stringify(line)))) found.push('the log');
  if (county.world.messages.some((message) => leaks(JSON.stringify(message)))) found.push('messages that went out');
  if (problems.some(leaks)) found.push('problems');
  expect(found).toEqual([]);
});

/** What is written anywhere in the store, table by table. */
async function everythingStored(county: County): Promise<{ table: string; text: string }[]> {
  const tables = await county.store.read((db) =>
    db.query<{ table: string }>(`SELECT tablename AS table FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`)
  );
  const rows: { table: string; text: string }[] = [];
  for (const { table } of tables) {
    const sql = `SELECT to_jsonb(t)::text AS text FROM ${table} t`;
    const found = await county.store.read((db) => db.query<{ text: string }>(sql));
    rows.push(...found.map(({ text }) => ({ table, text })));
  }
  return rows;
}

test('after a day on which everything was done, no table holds a number in the clear', async () => {
  const county = await openCounty();
  await send(county, 'resident', 'weiXiaoming', { answers: outOfWork });
  await send(county, 'enumerator', 'panMeihua', { answers: { ...working, ...atTheDoor }, mode: 'visit' });
  let done = 0;
  for (const { name } of operations) {
    // Whoever signs out or is shut out can do nothing more; some samples cannot be prepared after others have been done.
    if (['account.signOut', 'office.suspend', 'office.endPost'].includes(name)) continue;
    await run(name, county).then(
      () => (done += 1),
      () => undefined
    );
  }
  expect(done).toBeGreaterThan(operations.length * 0.8);
  await runJobs(county.services, jobKinds, 60_000);
  const phones = [...new Set([outOfWork, working].map(({ phone }) => String(phone)))];
  const stored = await everythingStored(county);
  expect(new Set(stored.map(({ table }) => table)).size).toBeGreaterThan(30);
  const plain = stored.filter(({ text }) => [...known, ...phones].some((number) => text.includes(number)));
  expect(plain.map(({ table }) => table)).toEqual([]);
  expect(county.world.log.filter((line) => leaks(JSON.stringify(line)))).toEqual([]);
});

test('the check itself finds a number where one stands', () => {
  expect(leaks(`{"reason":"核对 ${idNumberOf('weiXiaoming')}"}`)).toBe(true);
  expect(leaks('{"reason":"电话 139 0000 0002"}')).toBe(true);
  expect(leaks('{"reason":"核对就业情况","receipt":"20180201-ABCDEFGH"}')).toBe(false);
});
