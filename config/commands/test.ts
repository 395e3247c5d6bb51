/**
 * `npm test`: types, lint and format, both builds and the functions, package sizes, then every jest project
 * (boundaries are among them). The last line sums all of it: `N passed, N failed, N skipped`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from '../build/build';
import { root } from '../build/stale';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const bin = (name: string): string => path.join(root, 'node_modules', name);

const steps: [string, () => Counts][] = [
  ['types', () => command([bin('typescript/bin/tsc'), '--noEmit', '-p', '.'])],
  ['lint and format', () => command([bin('@biomejs/biome/bin/biome'), 'check', '.'])],
  ['build h5', () => one(build('h5'))],
  ['build weapp', () => one(build('weapp'))],
  ['build functions', () => one(build('functions'))],
  ['package sizes', () => command(['--import', 'tsx', 'config/build/size.ts'])],
  ['jest', jest],
];

const total = steps.reduce((sum, [name, run]) => {
  console.log(`\n== ${name}`);
  const counts = run();
  console.log(`== ${name}: ${sentence(counts)}`);
  return add(sum, counts);
}, none());

console.log(`\n${sentence(total)}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

function command(args: string[]): Counts {
  return one(spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0);
}

/** Counts come from jest's own report; a run that left no report, or died after it, is a failure. */
function jest(): Counts {
  const folder = mkdtempSync(path.join(tmpdir(), 'yingtong-jest-'));
  const report = path.join(folder, 'report.json');
  const args = [
    '--experimental-vm-modules',
    '--no-warnings',
    bin('jest/bin/jest.js'),
    '--json',
    // The report is written by then; a browser or server that is slow to end must not hold up the count.
    '--forceExit',
    `--outputFile=${report}`,
  ];
  const run = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  const counts = readReport(report);
  rmSync(folder, { recursive: true, force: true });
  return run.status !== 0 && counts.failed === 0 ? add(counts, one(false)) : counts;
}

function readReport(file: string): Counts {
  try {
    const report: Record<string, unknown> = JSON.parse(readFileSync(file, 'utf8'));
    const count = (key: string): number => {
      const value = report[key];
      if (typeof value !== 'number') throw new Error(`jest's report has no ${key}`);
      return value;
    };
    return {
      passed: count('numPassedTests'),
      failed: count('numFailedTests') + count('numRuntimeErrorTestSuites'),
      skipped: count('numPendingTests') + count('numTodoTests'),
    };
  } catch (error) {
    console.error(`The counts of jest cannot be read: ${String(error)}`);
    return one(false);
  }
}

function none(): Counts {
  return { passed: 0, failed: 0, skipped: 0 };
}

function one(passed: boolean): Counts {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

function add(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

function sentence({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
