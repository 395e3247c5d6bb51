import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

/** Ten in the morning of a working day: reminders go out, whatever the hour of the test. */
const daytime = '2026-12-01T10:00:00+08:00';

export interface County {
  /** Where a browser finds it, without a closing slash. */
  url: string;
  /** Everything the cloud has written so far: its log must never hold an identity. */
  said(): string;
  close(): Promise<void>;
}

/** A county of its own for one file of journeys: the real local cloud over a new folder, on a free port. */
export async function openCounty({ people = 300 } = {}): Promise<County> {
  if (!existsSync(path.join(root, 'dist/h5/index.html')))
    throw new Error('dist/h5 is missing: run npm run build:h5 first.');
  const folder = mkdtempSync(path.join(tmpdir(), 'yingtong-journey-'));
  const cloud = spawn(
    process.execPath,
    ['--import', 'tsx', 'cloudfunctions/local/main.ts', '--people', String(people)],
    {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: 'development',
        LOCAL_TIME: daytime,
        PORT: '0',
        DATA_DIR: folder,
        DATABASE_URL: '',
      },
    }
  );
  let said = '';
  for (const stream of [cloud.stdout, cloud.stderr]) stream.on('data', (text) => (said += String(text)));
  const close = async () => {
    await ended(cloud);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return { url: await address(cloud, () => said), said: () => said, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function address(cloud: ChildProcess, said: () => string): Promise<string> {
  for (let waited = 0; waited < 120_000 && cloud.exitCode === null; waited += 100) {
    const found = /请用浏览器打开：(\S+)/.exec(said())?.[1];
    if (found) return found.replace(/\/$/, '');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The local cloud did not start:\n${said()}`);
}

async function ended(cloud: ChildProcess): Promise<void> {
  if (cloud.exitCode !== null || cloud.signalCode !== null) return;
  const exit = new Promise((resolve) => cloud.once('exit', resolve));
  cloud.kill('SIGTERM');
  await exit;
}
