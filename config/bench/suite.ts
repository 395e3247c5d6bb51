/** One named part of `npm run bench -- <name> …`. */
export interface Suite {
  name: string;
  /** Shown before its figures. */
  title: string;
  /** @param args what stands behind the name on the command line, `--rows 400000` for instance */
  run(args: readonly string[]): Promise<void>;
}

/** The number behind `--name`, or the default. */
export function option(args: readonly string[], name: string, otherwise: number): number {
  const given = args[args.indexOf(`--${name}`) + 1];
  return args.includes(`--${name}`) && given !== undefined ? Number(given) : otherwise;
}

/** The numbers behind `--name 100000,400000`, or the defaults. */
export function options(args: readonly string[], name: string, otherwise: readonly number[]): number[] {
  const given = args[args.indexOf(`--${name}`) + 1];
  return args.includes(`--${name}`) && given !== undefined ? given.split(',').map(Number) : [...otherwise];
}
