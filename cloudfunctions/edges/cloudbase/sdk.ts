import type { CloudBase } from '@cloudbase/node-sdk';

/**
 * The one place that loads @cloudbase/node-sdk: on first use, because it takes 270 ms and few calls need it.
 * Never used by the local cloud: without credentials the SDK raises a rejection that nobody can catch.
 */
export type Sdk = () => Promise<CloudBase>;

export function lazySdk(timeout: number): Sdk {
  let made: Promise<CloudBase> | undefined;
  const make = async (): Promise<CloudBase> => {
    const loaded = await import('@cloudbase/node-sdk');
    // The SDK is one CommonJS object; a bundler or a test may put it under `default`.
    const { init, SYMBOL_CURRENT_ENV } = 'default' in loaded ? (loaded.default as typeof loaded) : loaded;
    return init({ env: SYMBOL_CURRENT_ENV as unknown as string, timeout });
  };
  return () => {
    made ??= make();
    return made;
  };
}

/** Codes of the SDK, its HTTP client and Node that say nothing about us: the world was not reached, or was too slow. */
export const isUnreachable = (error: unknown): boolean => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^(E[A-Z]+|5\d\d|SYS_ERR|RESOURCE_OVERLIMIT|EXCEED_\w+|\w*TIME_?OUT\w*)$/.test(code);
};
