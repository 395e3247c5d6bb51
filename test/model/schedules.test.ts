import { openStage, playSchedules } from './schedules';

/**
 * Five hundred days in the field, each its own mishap; `npm run schedules -- --runs 10000` plays as many as you like.
 * Half and half, so that the cloud starts twice and neither half takes long.
 */
test.each([1, 100_001])(
  'everything that was said to be saved is there once (seed %i)',
  async (seed) => {
    const stage = await openStage();
    const { ran, failures } = await playSchedules(stage, { runs: 250, seed, most: 1 });
    await stage.close();
    expect(failures).toEqual([]);
    expect(ran).toBe(250);
  },
  900_000
);
