import { freshDatabase } from '../support/database';
import { buildFunctions, removeFolder } from '../support/local-process';
import { kills } from './kills';

/** `tsx test/kills/main.ts <times> <phones> <pglite|postgres>`; started by `npm run kills`. */
async function main([times = '', phones = '', store = '']: readonly string[]): Promise<void> {
  const built = await buildFunctions();
  const wanted = { built, times: Number(times), phones: Number(phones), told: (line: string) => console.log(line) };
  const database = store === 'postgres' ? await freshDatabase() : undefined;
  try {
    const { broken, entries, acknowledged } = await kills(database?.url ?? null, wanted);
    for (const line of broken.slice(0, 20)) console.log(`  broken: ${line}`);
    console.log(`${entries} entries, ${acknowledged} of them acknowledged before a kill`);
    console.log(`${times} kills on ${store}, ${broken.length} promises broken`);
    process.exitCode = broken.length > 0 ? 1 : 0;
  } finally {
    await database?.close();
    removeFolder(built);
  }
}

void main(process.argv.slice(2));
