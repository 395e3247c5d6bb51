/**
 * `npm run schedules -- --runs 10000 [--seed 1] [--path 3:1] [--workers 2]`: random schedules of phones, network and
 * cloud against the promises of the field day, on as many processes as the machine has processors. The last line says how
 * many ran and how many failed; a schedule that failed is printed small, with the words that play it again.
 */
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { root } from '../build/stale';

const failure = z.object({
  seed: z.number(),
  path: z.string(),
  steps: z.array(z.string()),
  broken: z.array(z.string()),
});
const message = z.union([
  z.object({ played: z.number() }),
  z.object({
    ran: z.number(),
    failures: z.array(failure),
    endings: z.array(z.tuple([z.string(), z.number()])),
  }),
]);

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string' },
    path: { type: 'string' },
    workers: { type: 'string', default: String(availableParallelism()) },
  },
});

/** Each share has a store of its own: people and trail of a thousand days in one store slow down every next day. */
const mostOfStore = 500;

let played = 0;
let ran = 0;
let failed = 0;
let broke = 0;
const endings = new Map<string, number>();

/** Plays a share in a process of its own; each has seeds that no other has. */
function play(runs: number, seed: number): Promise<void> {
  return new Promise((resolve) => {
    let finished = false;
    const words = [String(runs), String(seed), ...(values.path === undefined ? [] : [values.path])];
    const worker = fork(path.join(root, 'test/model/worker.ts'), words, { execArgv: ['--import', 'tsx'] });
    worker.on('message', (sent) => {
      const said = message.parse(sent);
      if ('played' in said) return progress(said.played);
      finished = true;
      ran += said.ran;
      failed += said.failures.length;
      said.failures.forEach(print);
      for (const [ending, times] of said.endings) endings.set(ending, (endings.get(ending) ?? 0) + times);
    });
    worker.on('exit', () => {
      if (!finished) broke += 1;
      resolve();
    });
  });
}

function progress(more: number): void {
  const before = played;
  played += more;
  if (Math.floor(before / 500) !== Math.floor(played / 500)) console.log(`${played} played`);
}

function print({ seed, path: where, steps, broken }: z.output<typeof failure>): void {
  console.log(`\nA schedule failed:\n${steps.map((step, index) => `  ${index + 1}. ${step}`).join('\n')}`);
  console.log(broken.map((line) => `  broken: ${line}`).join('\n'));
  console.log(`  again: npm run schedules -- --seed ${seed} --path ${where}\n`);
}

async function main(): Promise<void> {
  const one = values.path !== undefined;
  const runs = one ? 1 : Number(values.runs);
  const workers = one ? 1 : Math.max(1, Math.min(Number(values.workers), Math.ceil(runs / 50)));
  const seed = values.seed === undefined ? Math.floor(Math.random() * 1_000_000_000) : Number(values.seed);
  if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed)) throw new Error('--runs and --seed are numbers');
  console.log(`seed ${seed}, ${workers} ${workers === 1 ? 'process' : 'processes'}`);
  // A failing seed is followed by the next one: shares lie far apart.
  const size = Math.min(mostOfStore, Math.ceil(runs / workers));
  const shares = Array.from({ length: Math.ceil(runs / size) }, (_, place) => ({
    runs: Math.min(size, runs - place * size),
    seed: seed + place * 100_000,
  }));
  const lane = async (): Promise<void> => {
    for (let next = shares.shift(); next !== undefined; next = shares.shift()) await play(next.runs, next.seed);
  };
  await Promise.all(Array.from({ length: workers }, lane));
  for (const [ending, times] of [...endings].sort()) console.log(`  ${String(times).padStart(7)} × ${ending}`);
  if (broke > 0) console.log(`${broke} of the processes ended without a word.`);
  console.log(`${ran} schedules ran, ${failed} failed`);
  process.exitCode = failed > 0 || broke > 0 || ran < runs ? 1 : 0;
}

void main();
