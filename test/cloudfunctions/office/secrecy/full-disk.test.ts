import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { approveExport, myExports, requestExport, takeExport } from '@/domain/operations/office/exports';
import { fileCipher } from '../../../../cloudfunctions/edges/local/file-cipher';
import { localFiles } from '../../../../cloudfunctions/edges/local/files';
import { jobKinds } from '../../../../cloudfunctions/jobs/kinds';
import { runJobs } from '../../../../cloudfunctions/jobs/runner';
import { newKeysText, readKeys } from '../../../../cloudfunctions/secrecy';
import { home, openCounty } from '../../../support/county';
import { send, working } from '../../../support/county/forms';

/** A disk of one megabyte, as real as any: mounting one is what only root may. */
const disk = mountSmallDisk();
const onSmallDisk = disk === undefined ? describe.skip : describe;

function mountSmallDisk(): string | undefined {
  const folder = mkdtempSync(path.join(tmpdir(), 'small-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
}

afterAll(() => {
  if (disk === undefined) return;
  execFileSync('umount', ['-l', disk], { stdio: 'ignore' });
  rmSync(disk, { recursive: true, force: true });
});

onSmallDisk('a disk of one megabyte (skipped where mounting is not permitted)', () => {
  const folder = disk ?? '';
  const ballast = path.join(folder, 'ballast');
  const fillUp = (): void => {
    for (let bytes = 1024 * 1024; bytes >= 4096; bytes /= 2) {
      try {
        writeFileSync(ballast + bytes, Buffer.alloc(bytes));
      } catch {
        // as much as there was room for stays
      }
    }
  };
  const files = async (clock: { now(): Date }) =>
    localFiles(folder, clock, fileCipher(await readKeys(newKeysText(new Date()), 'test')));
  const kept = (): string[] => readdirSync(folder).filter((name) => !name.startsWith('ballast'));
  afterEach(() => {
    for (const name of readdirSync(folder)) rmSync(path.join(folder, name));
  });

  test('an upload that does not fit is told so, leaves nothing, and fits when there is room', async () => {
    const store = await files({ now: () => new Date() });
    const large = Buffer.alloc(2 * 1024 * 1024);
    await expect(store.put('名册.csv', large)).rejects.toMatchObject({ code: 'file.full' });
    expect(kept()).toEqual([]);
    await store.put('名册.csv', large.subarray(0, 500_000));
    expect(kept()).toHaveLength(1);
  });

  test('an export waits for room and is then written whole', async () => {
    const county = await openCounty();
    await send(county, 'resident', 'weiXiaoming', { answers: working });
    const officer = county.as('townOfficer');
    const wanted = { purpose: 'checking' as const, divisionCode: home, reason: '每月统计分析' };
    const { exportId } = await officer.call(requestExport, wanted);
    await county.as('countyOfficer').call(approveExport, { exportId });
    county.services.edges.files = await files(county.clock);
    fillUp();
    await runJobs(county.services, jobKinds, 60_000);
    expect(kept()).toEqual([]);
    expect((await officer.call(myExports, {})).items).toMatchObject([{ exportId, state: 'making' }]);
    for (const name of readdirSync(folder)) rmSync(path.join(folder, name));
    county.clock.forward(61_000);
    await runJobs(county.services, jobKinds, 60_000);
    expect(await officer.call(takeExport, { exportId })).toMatchObject({ rows: 1 });
    expect(kept()).toHaveLength(1);
  });
});
