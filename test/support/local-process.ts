import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { bundleFunctions } from '../../config/functions';

/** The local cloud as a person starts it: a process of its own, over a folder that is kept. */
export interface Started {
  process: ChildProcess;
  said(): string;
  complained(): string;
}

const processes: ChildProcess[] = [];

/** A build with the functions of today and one empty page. */
export async function buildFunctions(): Promise<string> {
  const built = mkdtempSync(path.join(tmpdir(), 'built-'));
  mkdirSync(path.join(built, 'h5'));
  writeFileSync(path.join(built, 'h5/index.html'), '<html></html>');
  await bundleFunctions(path.join(built, 'functions'));
  return built;
}

export const emptyFolder = (): string => mkdtempSync(path.join(tmpdir(), 'data-'));
export const removeFolder = (folder: string): void => rmSync(folder, { recursive: true, force: true });

/** @param env settings, DATA_DIR among them; nothing of this process's own environment goes along */
export function startLocal(built: string, words: readonly string[], env: Readonly<Record<string, string>>): Started {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/doubles/local-cloud.ts', built, ...words], {
    env: { PATH: process.env.PATH, PORT: '0', ...env },
  });
  processes.push(child);
  let [said, complained] = ['', ''];
  child.stdout.on('data', (text) => {
    said += text;
  });
  child.stderr.on('data', (text) => {
    complained += text;
  });
  return { process: child, said: () => said, complained: () => complained };
}

/** Kills what a test left running. */
export async function endAll(): Promise<void> {
  for (const started of processes.splice(0)) await ended(started, 'SIGKILL');
}

export const exitCode = ({ process: child }: Started): Promise<number | null> =>
  child.exitCode === null ? new Promise((resolve) => child.once('exit', resolve)) : Promise.resolve(child.exitCode);

export async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await exit;
}

export async function until(seen: () => boolean | Promise<boolean>, what: () => string): Promise<void> {
  for (let waited = 0; waited < 100_000; waited += 50) {
    if (await seen()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`never seen: ${what()}`);
}

/** Where it listens, once it does. */
export async function addressOf(started: Started): Promise<string> {
  const found = () => /请用浏览器打开：(\S+)/.exec(started.said())?.[1];
  await until(
    () => found() !== undefined || started.process.exitCode !== null,
    () => started.said() + started.complained()
  );
  return found() ?? '';
}

let calls = 0;
export async function ask(base: string, operation: string, input: unknown, signed: object = {}) {
  calls += 1;
  const requestId = `process-test-${process.pid}-${String(calls).padStart(8, '0')}`;
  const [name] = operation.split('.');
  const reply = await fetch(`${base}/fn/${name}`, {
    method: 'POST',
    body: JSON.stringify({ operation, input, requestId, ...signed }),
  });
  return (await reply.json()) as { ok: boolean; value: Record<string, unknown>; problem: { code: string } };
}

export async function countySigned(base: string): Promise<{ session: string; post: string }> {
  const { value } = await ask(base, 'account.signInLocally', { persona: 'county' });
  return { session: String(value.session), post: 'post-county-1' };
}
