import { type County, home, personIdOf } from '../../support/county';
import { send } from '../../support/county/forms';
import { onPlace, own, type Samples } from '../sample';

/** 韦小明 has declared himself; asked again, his record as it stands. */
async function collected(county: County): Promise<{ recordId: string; version: number }> {
  const find = () =>
    county.store.read((db) =>
      db.one<{ recordId: string; version: number }>(
        `SELECT record_id AS "recordId", version FROM record WHERE subject_id = $1`,
        [personIdOf('weiXiaoming')]
      )
    );
  const found = await find();
  if (found !== undefined) return found;
  const receipt = await send(county, 'resident', 'weiXiaoming');
  return { recordId: receipt.recordId, version: receipt.version };
}

const batch = async (county: County) => ({ records: [await collected(county)] });

export const quality: Samples = {
  'quality.reviewList': onPlace({ divisionCode: home }),
  'quality.confirm': onPlace(batch),
  'quality.accept': onPlace(batch),
  'quality.returnRecord': onPlace(async (county: County) => ({ ...(await collected(county)), reason: '请核实' })),
  'quality.reopen': onPlace(async (county: County) => ({ ...(await collected(county)), reason: '抽查有误' })),
  'quality.returnedToMe': own(),
  'quality.dailyLeads': onPlace({ divisionCode: home }),
  'quality.noteLead': onPlace({
    divisionCode: home,
    day: '2018-01-31',
    leadId: 'closings-t_enumerator-r_one',
    outcome: 'looked',
    words: '已打电话问过',
  }),
  'quality.liveBoard': onPlace({ divisionCode: home }),
};
