import { sabotages } from './county/sabotage';
import { openStage, playSchedules } from './schedules';

/** A check that cannot fail proves nothing: each of these breaks the product, and the schedules must find it. */
test.each(Object.entries(sabotages))(
  'the schedules find %s',
  async (_, sabotage) => {
    const stage = await openStage(sabotage);
    const { failures } = await playSchedules(stage, { runs: 400, seed: 1, most: 1, shrink: false });
    await stage.close();
    expect(failures).toHaveLength(1);
  },
  300_000
);
