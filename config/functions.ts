/**
 * Bundles every cloud function into one file: dist/functions/<name>/index.js with its config.json and package.json.
 * The same files run in the local cloud and in CloudBase. WeChat's SDK takes 270 ms to load and few calls need it,
 * so it lies beside the bundle as sdk.js and is read on first use.
 */
import { existsSync } from 'node:fs';
import { copyFile, mkdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { type FunctionName, functionNames } from '@/domain/operations/operation';
import { ownMigrations } from '../cloudfunctions/store/migrations';
import { functionSettings, triggersOf } from './function-settings';

const root = path.resolve(__dirname, '..');
const output = path.join(root, 'dist/functions');

/** A function checks that the store is at its own version; the SQL itself stays outside. */
const schema = ownMigrations().map(({ number, name, checksum }) => ({ number, name, checksum }));

const sdkBeside: Plugin = {
  name: 'sdk-beside',
  setup({ onResolve }) {
    onResolve({ filter: /^@cloudbase\/node-sdk$/ }, () => ({ path: './sdk.js', external: true }));
  },
};

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  absWorkingDir: root,
  tsconfig: path.join(root, 'tsconfig.json'),
  define: { YINGTONG_SCHEMA: JSON.stringify(schema) },
  // The embedded store and the native client of PostgreSQL have no place in a function.
  external: ['pg-native', '@electric-sql/pglite', '@electric-sql/pglite/*'],
  // `import()` becomes `require`: the file beside the bundle is CommonJS.
  supported: { 'dynamic-import': false },
  logLevel: 'warning',
  legalComments: 'none',
} as const satisfies BuildOptions;

const entryOf = (name: FunctionName): string => path.join(root, 'cloudfunctions', name, 'index.ts');

/** Which functions there are to bundle: the subjects that have an index.ts. */
export const subjects = (): FunctionName[] => functionNames.filter((name) => existsSync(entryOf(name)));

export async function bundleFunctions(into = output): Promise<{ name: string; bytes: number }[]> {
  await rm(into, { recursive: true, force: true });
  await mkdir(into, { recursive: true });
  const sdk = path.join(into, '.sdk.js');
  await build({
    ...common,
    stdin: { contents: "module.exports = require('@cloudbase/node-sdk')", resolveDir: root },
    outfile: sdk,
    minify: true,
  });
  const names = subjects();
  for (const name of names) await bundleOne(name, into, sdk);
  const sizes = await Promise.all(
    names.map(async (name) => ({ name, bytes: await sizeOf(path.join(into, name, 'index.js')) }))
  );
  const sdkSize = { name: 'sdk.js', bytes: await sizeOf(sdk) };
  await rm(sdk);
  return [...sizes, sdkSize];
}

async function bundleOne(name: FunctionName, into: string, sdk: string): Promise<void> {
  const folder = path.join(into, name);
  await build({
    ...common,
    stdin: {
      contents: `
        import { main as serve } from './cloudfunctions/${name}/index';
        import { throughGateway } from './cloudfunctions/edges/gateway';
        export const main = throughGateway(serve);`,
      resolveDir: root,
      sourcefile: `${name}.ts`,
      loader: 'ts',
    },
    outfile: path.join(folder, 'index.js'),
    plugins: [sdkBeside],
    minifySyntax: true,
    keepNames: true,
  });
  const { timeout, openapi } = functionSettings[name];
  await writeJson(path.join(folder, 'config.json'), { permissions: { openapi }, timeout, triggers: triggersOf(name) });
  await writeJson(path.join(folder, 'package.json'), { name: `yingtong-${name}`, private: true, main: 'index.js' });
  await copyFile(sdk, path.join(folder, 'sdk.js'));
}

const writeJson = (file: string, value: unknown): Promise<void> =>
  writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
const sizeOf = async (file: string): Promise<number> => (await stat(file)).size;

async function report(): Promise<void> {
  for (const { name, bytes } of await bundleFunctions()) {
    process.stdout.write(`${name.padEnd(12)} ${(bytes / 1024).toFixed(0).padStart(6)} KB\n`);
  }
}

if (process.argv[1] && path.resolve(process.argv[1]) === __filename) void report();
