/** What a key is for: sealing values, or the blind index that finds them again. */
export type Purpose = 'seal' | 'index';

export interface Key {
  /** 1–24 letters, digits, - and _; stands in front of every envelope. */
  id: string;
  purpose: Purpose;
  /** 32 bytes. Never printed. */
  secret: Buffer;
}

/**
 * Where keys come from: a file locally, the environment or a key service in production. Loaded once at start, so that
 * sealing never waits. A key service (KMS) fits behind `unwrapKeys`: the environment then holds its wrapped keys.
 */
export interface Keys {
  /** The key that new values are sealed or indexed with. */
  current(purpose: Purpose): Key;
  /** Undefined when the key is not here (any more). */
  byId(id: string): Key | undefined;
  /** Every key of a purpose, the current one first: while an index is being rebuilt, look under all of them. */
  all(purpose: Purpose): Key[];
}

/** Unwraps a secret that a key service (KMS) wrapped. Errors: whatever the service throws; the start then stops. */
export type Unwrap = (wrapped: Buffer) => Promise<Buffer>;

/** The keys of a set; `currentIds` names the one in use for each purpose. */
export function keySet(keys: readonly Key[], currentIds: Readonly<Record<Purpose, string>>): Keys {
  const byId = new Map(keys.map((key) => [key.id, key]));
  const current = (purpose: Purpose): Key => {
    const key = byId.get(currentIds[purpose]);
    if (key?.purpose !== purpose) throw new Error(`no current key for ${purpose}`);
    return key;
  };
  const inUse = { seal: current('seal'), index: current('index') };
  return {
    current: (purpose) => inUse[purpose],
    byId: (id) => byId.get(id),
    all: (purpose) => [inUse[purpose], ...keys.filter((key) => key.purpose === purpose && key !== inUse[purpose])],
  };
}
