import { serverUrl } from './database';

export { freshDatabase, serverUrl } from './database';

/** Without a server to try the tests on one are counted as skipped. */
export const onServer = serverUrl ? describe : describe.skip;
