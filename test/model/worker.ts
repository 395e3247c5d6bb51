import { openStage, playSchedules } from './schedules';

/**
 * One process of `npm run schedules`: plays its share and tells the one that started it.
 * `tsx test/model/worker.ts <runs> <seed> [path]`
 */
async function main([runs = '', seed = '', path]: readonly string[]): Promise<void> {
  const tell = (message: object): void => void process.send?.(message);
  const stage = await openStage();
  let ran = 0;
  const told = (): void => {
    ran += 1;
    if (ran % 50 === 0) tell({ played: 50 });
  };
  const outcome = await playSchedules(stage, {
    runs: Number(runs),
    seed: Number(seed),
    ...(path ? { path } : {}),
    told,
  });
  await stage.close();
  tell({ ...outcome, endings: [...stage.endings] });
  process.disconnect();
}

void main(process.argv.slice(2));
