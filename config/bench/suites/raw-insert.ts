import { randomBytes } from 'node:crypto';
import type { Services } from '../../../cloudfunctions/runtime/services';
import type { Db } from '../../../cloudfunctions/store/port';

interface Statement {
  sql: string;
  values: readonly unknown[];
}

/**
 * The ceiling: the very statement of a submission (request, audit, record, version, person, counters) for other people
 * and under new ids, with every value made before: nothing is looked up, judged, sealed or answered.
 * @param submit sends one form, so that its statement can be taken down
 */
export async function rawInsert(
  services: Services,
  submit: () => Promise<{ personId: string; submissionId: string }>
): Promise<() => Promise<unknown>> {
  const { statement, sent } = await takeDown(services, submit);
  const people = await untouched(services);
  const ids = new Set(['request', 'entry', 'record'].map((kind) => idIn(statement, kind)));
  ids.add(sent.submissionId);
  return () => {
    const person = people.pop();
    if (person === undefined) throw new Error('nobody is left to store: take more people');
    const fresh = randomBytes(12).toString('base64url');
    const values = statement.values.map((value) => {
      if (value === sent.personId) return person.person_id;
      return typeof value === 'string' && ids.has(value) ? `${fresh}${value.slice(0, 4)}` : value;
    });
    return services.store.read((db) => db.query(statement.sql, values));
  };
}

/** The first three ids of ours in the statement, by how they look. */
function idIn({ values }: Statement, kind: string): string {
  const looks = { request: /^[\w-]{16}$/, entry: /^[0-9a-f]{8}-[0-9a-f-]{27}$/, record: /^r_[0-9a-z]{22}$/ }[kind];
  const found = values.find((value): value is string => typeof value === 'string' && looks?.test(value) === true);
  if (found === undefined) throw new Error(`the statement has no ${kind} id`);
  return found;
}

async function takeDown(services: Services, submit: () => Promise<{ personId: string; submissionId: string }>) {
  const { store } = services;
  let statement: Statement | undefined;
  const listening = (db: Db): Db => ({
    ...db,
    query: (sql, values) => {
      if (sql.startsWith('WITH request_row')) statement = { sql, values: [...(values ?? [])] };
      return db.query(sql, values);
    },
  });
  services.store = { ...store, read: (work) => store.read((db) => work(listening(db))) };
  const sent = await submit();
  services.store = store;
  if (statement === undefined) throw new Error('a submission is not one statement any more');
  return { statement, sent };
}

/** People of the register as it was filled, in the version in which the one taken down was. */
const untouched = ({ store }: Services): Promise<{ person_id: string }[]> =>
  store.read((db) =>
    db.query<{ person_id: string }>(
      `SELECT person_id FROM person WHERE collect_state = 'due' AND version = 1 ORDER BY person_id LIMIT 60000`
    )
  );
