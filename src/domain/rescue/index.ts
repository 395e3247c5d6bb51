/** What a phone that dies hands over: its outbox in a file that only the county can open. */
export * from './file';
export * from './make';
