/**
 * A bundle holds its own copy of these classes while the store may come from another one (the local cloud hands its
 * store to the bundles), so `instanceof` goes by name.
 */
const named = (value: unknown, name: string): boolean => value instanceof Error && value.name === name;

/** A constraint said no: the caller turns `constraint` into a problem a person can read. */
export class StoreConflict extends Error {
  override readonly name = 'StoreConflict';

  static override [Symbol.hasInstance](value: unknown): boolean {
    return named(value, 'StoreConflict');
  }

  constructor(
    readonly kind: 'unique' | 'reference' | 'check' | 'missing' | 'exclusion',
    /** Name of the constraint; for `missing` the column that was null. */
    readonly constraint: string,
    readonly table: string
  ) {
    super(`store conflict (${kind}) ${constraint} on ${table}`);
  }
}

/** The store cannot serve now: down, full, too slow, shutting down. Trying later may help. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';

  static override [Symbol.hasInstance](value: unknown): boolean {
    return named(value, 'StoreUnavailable');
  }

  constructor(
    readonly reason: 'connection' | 'full' | 'timeout' | 'busy' | 'closed',
    readonly code: string
  ) {
    super(`store unavailable (${reason}) ${code}`);
  }
}

/** A mistake in our own statement or data. Carries the statement, never its parameters. */
export class StoreFailure extends Error {
  override readonly name = 'StoreFailure';

  static override [Symbol.hasInstance](value: unknown): boolean {
    return named(value, 'StoreFailure');
  }

  constructor(
    /** SQLSTATE, or a short word for failures outside SQL. */
    readonly code: string,
    readonly statement: string
  ) {
    super(`store failure ${code} in: ${statement}`);
  }
}

export type StartProblemCode =
  | 'arguments'
  | 'settings'
  | 'build'
  | 'port'
  | 'folder'
  | 'locked'
  | 'newer'
  | 'changed'
  | 'disk'
  | 'keys'
  | 'store';

/** The product cannot start; `sentence` is for the person at the terminal. */
export class StartProblem extends Error {
  override readonly name = 'StartProblem';

  static override [Symbol.hasInstance](value: unknown): boolean {
    return named(value, 'StartProblem');
  }

  constructor(
    readonly code: StartProblemCode,
    readonly sentence: string
  ) {
    super(sentence);
  }
}
