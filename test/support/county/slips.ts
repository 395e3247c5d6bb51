import { slipCode } from '../../../src/domain/campaign/household';
import { type County, householdIdOf } from './index';

/** The code on the slip of 韦大山's household; given now if it has none. */
export async function slipOfHome({ store, clock }: County): Promise<string> {
  const code = slipCode('ABCDEFGH234');
  await store.read((db) =>
    db.run(
      `INSERT INTO household_slip (county_code, household_id, code, issued_by, issued_at)
       VALUES ('522732', $1, $2, 'a_villageSecretary', $3) ON CONFLICT DO NOTHING`,
      [householdIdOf('one'), code, clock.now()]
    )
  );
  return code;
}
