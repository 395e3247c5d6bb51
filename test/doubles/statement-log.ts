import type { Db, Row, Store } from '../../cloudfunctions/store/port';

/** A store that only writes down what it is asked, for code whose statements are few and told apart by eye. */
export function statementLog(answers: readonly Row[] = []): {
  store: Store;
  statements: { sql: string; params: readonly unknown[] }[];
} {
  const statements: { sql: string; params: readonly unknown[] }[] = [];
  const left = [...answers];
  const note = (sql: string, params: readonly unknown[] = []) => statements.push({ sql: sql.trim(), params });
  const db: Db = {
    query: async <R extends object>(sql: string, params?: readonly unknown[]) => {
      note(sql, params);
      return left.splice(0) as R[];
    },
    one: async <R extends object>(sql: string, params?: readonly unknown[]) => {
      note(sql, params);
      return left.shift() as R | undefined;
    },
    run: async (sql, params) => {
      note(sql, params);
      return 1;
    },
    script: async (sql) => void note(sql),
    copyIn: async () => 0,
  };
  const store: Store = {
    dialect: 'pglite',
    read: (work) => work(db),
    transaction: (work) => work(db),
    copyIn: async () => 0,
    async *copyOut() {},
    async *stream() {},
    close: async () => {},
  };
  return { store, statements };
}
