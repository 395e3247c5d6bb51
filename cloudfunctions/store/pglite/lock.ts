import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';

/** Who holds a folder: enough to tell a living process from a killed one, also after a restart of the machine. */
interface Holder {
  pid: number;
  host: string;
  /** Which run of the machine. */
  boot: string;
  /** When that process began, as the system counts it; tells a re-used pid. */
  began: string;
}

export interface Lock {
  release(): void;
}

/**
 * Takes `file` as the sign that this process uses the folder, or answers undefined when a living one does. Two
 * embedded servers on one folder lose rows without a word, and nothing in them prevents it.
 * Errors: those of the file system.
 */
export function takeLock(file: string): Lock | undefined {
  const own = JSON.stringify({ ...thisProcess(), key: randomUUID() });
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (create(file, own)) return held(file, own);
    const found = read(file);
    if (found !== undefined && isAlive(found, file)) return undefined;
    if (found !== undefined) takeAway(file, found);
  }
  return undefined;
}

const ATTEMPTS = 5;

/** The file's time is renewed while it is held: the only sign of life that another machine or container can see. */
function held(file: string, own: string): Lock {
  const beat = setInterval(() => {
    if (read(file) === own) utimesSync(file, new Date(), new Date());
  }, BEAT_MS).unref();
  return {
    release() {
      clearInterval(beat);
      if (read(file) === own) rmSync(file, { force: true });
    },
  };
}

const BEAT_MS = 10_000;

/** The content is there as soon as the name is: written aside, then linked, which fails when the name exists. */
function create(file: string, content: string): boolean {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, content);
  try {
    linkSync(unfinished, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** Removes the lock of a dead process, and only that one: another start may have taken the name in between. */
function takeAway(file: string, dead: string): void {
  const aside = `${file}.${process.pid}.old`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if (readFileSync(aside, 'utf8') !== dead) create(file, readFileSync(aside, 'utf8'));
  rmSync(aside, { force: true });
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function isAlive(content: string, file: string): boolean {
  const holder = parse(content);
  if (!holder) return false;
  const own = thisProcess();
  // Another machine, or a container of another name: its processes cannot be asked, only its heartbeat.
  if (holder.host !== own.host) return Date.now() - statSync(file).mtimeMs < 6 * BEAT_MS;
  if (holder.boot !== own.boot) return false;
  return runs(holder.pid) && (holder.began === '' || holder.began === beganAt(holder.pid));
}

function parse(content: string): Holder | undefined {
  try {
    return JSON.parse(content) as Holder; // Written by `thisProcess` above; anything else is no holder.
  } catch {
    return undefined;
  }
}

function thisProcess(): Holder {
  return { pid: process.pid, host: hostname(), boot: bootIdentity(), began: beganAt(process.pid) };
}

function bootIdentity(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    // Not Linux: the minute in which the machine started.
    return String(Math.round((Date.now() / 1000 - uptime()) / 60));
  }
}

function beganAt(pid: number): string {
  try {
    // The name in brackets may hold spaces; the 20th field behind it is the start.
    const behindName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1) ?? '';
    return behindName.split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}
