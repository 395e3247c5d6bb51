import type { PGlite, protocol } from '@electric-sql/pglite';
import { isStalePlan } from '../faults';
import type { Row } from '../port';
import { type Parameter, type Reader, readerOf } from '../values';

type Protocol = typeof protocol;
type BackendMessage = Awaited<ReturnType<PGlite['execProtocolStream']>>[number];

export interface Answer {
  rows: Row[];
  /** Rows touched by the statement. */
  count: number;
  /** The command as the server names it: 'INSERT', 'COMMIT', … */
  command: string;
}

/** The embedded server's one session, spoken to in its wire protocol. */
export interface Wire {
  execute(sql: string, values: Parameter[]): Promise<Answer>;
  /** Several statements at once; answers the bytes of a COPY TO, if there is one among them. */
  script(sql: string): Promise<Uint8Array[]>;
  copyIn(sql: string, text: string): Promise<number>;
}

interface Prepared {
  name: string;
  columns: Column[] | undefined;
}

interface Column {
  name: string;
  read: Reader;
}

/**
 * PGlite's own `query()` sends Parse, Describe, Bind and Execute as four separate calls and prepares each statement
 * anew: 4,000 statements a second where one call with a kept statement does 20,000.
 */
export function openWire(pglite: PGlite, { serialize }: Protocol): Wire {
  const prepared = new Map<string, Prepared>();
  let named = 0;

  async function send(parts: Uint8Array[]): Promise<BackendMessage[]> {
    const messages = await pglite.execProtocolStream(Buffer.concat(parts), { throwOnError: false, syncToFs: false });
    for (const message of messages) {
      if (message.name === 'error') throw message;
    }
    return messages;
  }

  async function prepare(sql: string): Promise<Prepared> {
    const known = prepared.get(sql);
    if (known) return known;
    if (prepared.size >= KEPT_STATEMENTS) await forget();
    named += 1;
    const statement: Prepared = { name: `s${named}`, columns: undefined };
    await send([serialize.parse({ name: statement.name, text: sql }), serialize.sync()]);
    prepared.set(sql, statement);
    return statement;
  }

  async function forget(): Promise<void> {
    await send([serialize.query('DEALLOCATE ALL')]);
    prepared.clear();
  }

  async function run(sql: string, values: Parameter[]): Promise<Answer> {
    const statement = await prepare(sql);
    const parts = [serialize.bind({ statement: statement.name, values })];
    if (!statement.columns) parts.push(serialize.describe({ type: 'P' }));
    parts.push(serialize.execute({}), serialize.sync());
    return answer(await send(parts), statement);
  }

  return {
    async execute(sql, values) {
      try {
        return await run(sql, values);
      } catch (error) {
        if (!isStalePlan(error)) throw error;
        prepared.delete(sql);
        // Within a transaction the error has spoilt it; the store runs it again from its start.
        if (pglite.isInTransaction()) throw error;
        return run(sql, values);
      }
    },
    async script(sql) {
      // A script may change tables, and a statement planned for the old shape would fail.
      if (prepared.size > 0) await forget();
      return copied(await send([serialize.query(sql)]));
    },
    async copyIn(sql, text) {
      const messages = await send([serialize.query(sql), copyData(text), serialize.copyDone()]);
      return answer(messages, { name: '', columns: [] }).count;
    },
  };
}

/** Beyond this the statements are made up at run time and keeping them is a leak. */
const KEPT_STATEMENTS = 400;

function answer(messages: BackendMessage[], statement: Prepared): Answer {
  const rows: Row[] = [];
  let tag = '';
  for (const message of messages) {
    if (isRowDescription(message)) {
      statement.columns = message.fields.map(({ name, dataTypeID }) => ({ name, read: readerOf(dataTypeID) }));
    } else if (message.name === 'noData') {
      statement.columns = [];
    } else if (isDataRow(message)) {
      rows.push(row(message.fields, statement.columns ?? []));
    } else if (isCommand(message)) {
      tag = message.text;
    }
  }
  const words = tag.split(' ');
  return { rows, count: Number(words.at(-1)) || 0, command: words[0] ?? '' };
}

function row(fields: (string | null)[], columns: Column[]): Row {
  const result: Row = {};
  for (let index = 0; index < columns.length; index += 1) {
    const column = columns[index];
    const text = fields[index];
    if (column) result[column.name] = text === null || text === undefined ? null : column.read(text);
  }
  return result;
}

/** CopyData by hand: the library's own takes an ArrayBuffer and would copy a large one twice. */
function copyData(text: string): Uint8Array {
  const length = Buffer.byteLength(text);
  const message = Buffer.allocUnsafe(5 + length);
  message.write('d');
  message.writeInt32BE(4 + length, 1);
  message.write(text, 5);
  return message;
}

function copied(messages: BackendMessage[]): Uint8Array[] {
  return messages.flatMap((message) => (isCopyData(message) ? [message.chunk] : []));
}

type Messages = typeof protocol.messages;
type Message<Name extends keyof Messages> = Messages[Name] extends new (...args: never[]) => infer M ? M : never;

function isRowDescription(message: BackendMessage): message is Message<'RowDescriptionMessage'> {
  return message.name === 'rowDescription';
}

function isDataRow(message: BackendMessage): message is Message<'DataRowMessage'> {
  return message.name === 'dataRow';
}

function isCommand(message: BackendMessage): message is Message<'CommandCompleteMessage'> {
  return message.name === 'commandComplete';
}

function isCopyData(message: BackendMessage): message is Message<'CopyDataMessage'> {
  return message.name === 'copyData';
}
