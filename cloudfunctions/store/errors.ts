/** A constraint said no: the caller turns `constraint` into a problem a person can read. */
export class StoreConflict extends Error {
  override readonly name = 'StoreConflict';

  constructor(
    readonly kind: 'unique' | 'reference' | 'check' | 'missing' | 'exclusion',
    /** Name of the constraint; for `missing` the column that was null. */
    readonly constraint: string,
    readonly table: string,
  ) {
    super(`store conflict (${kind}) ${constraint} on ${table}`);
  }
}

/** The store cannot serve now: down, full, too slow, shutting down. Trying later may help. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';

  constructor(
    readonly reason: 'connection' | 'full' | 'timeout' | 'busy' | 'closed',
    readonly code: string,
  ) {
    super(`store unavailable (${reason}) ${code}`);
  }
}

/** A mistake in our own statement or data. Carries the statement, never its parameters. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';

  constructor(
    /** SQLSTATE, or a short word for failures outside SQL. */
    readonly code: string,
    readonly statement: string,
  ) {
    super(`store failure ${code} in: ${statement}`);
  }
}

/** The product cannot start; `sentence` is for the person at the terminal. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';

  constructor(
    readonly code: 'settings' | 'folder' | 'locked' | 'newer' | 'changed' | 'disk' | 'keys' | 'store',
    readonly sentence: string,
  ) {
    super(sentence);
  }
}
