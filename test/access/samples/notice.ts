import { publishNotice } from '@/domain/operations/publicity/notice';
import { type County, home, householdIdOf, personIdOf } from '../../support/county';
import { onPlace, own, type Samples } from '../sample';

const words = {
  divisionCode: home,
  title: '就业信息采集通知',
  issuer: '中海村民委员会',
  content: { paragraphs: ['采集员这个月上门。'] },
};
const published = async (county: County) => ({
  noticeId: (await county.as('villageSecretary').call(publishNotice, words)).noticeId,
});

/** The village secretary has reminded 韦小明. */
async function reminded({ store, clock }: County): Promise<void> {
  await store.read((db) =>
    db.run(
      `INSERT INTO reminder (county_code, reminder_id, person_id, village_code, rung, words, result, sent_by, sent_at, batch)
       VALUES ('522732', 'r_one', $1, $2, 'wechat', '请填报', 'sent', 'a_villageSecretary', $3, 'b_one') ON CONFLICT DO NOTHING`,
      [personIdOf('weiXiaoming'), home, clock.now()]
    )
  );
}

export const notice: Samples = {
  'notice.letterDraft': onPlace({ divisionCode: home }),
  'notice.publish': onPlace(words),
  'notice.withdraw': onPlace(async (county: County) => ({ ...(await published(county)), reason: '日期写错了' })),
  'notice.list': own(),
  'notice.read': own(published),
  'notice.show': own(published),
  'notice.counts': onPlace(published),
  'notice.poster': onPlace(published),
  'notice.boardSheet': onPlace({ villageCode: home }),
  'notice.recordChoice': onPlace({ householdId: householdIdOf('one'), mode: 'visit', reason: '户主电话里说' }),
  'notice.slipList': onPlace({ villageCode: home }),
  'notice.slipSheets': onPlace({ villageCode: home }),
  'notice.reissueSlip': onPlace({ householdId: householdIdOf('one'), reason: '告知单遗失' }),
  'notice.missing': onPlace({ villageCode: home }),
  'notice.remind': onPlace({ villageCode: home, whom: [personIdOf('weiXiaoming')] }),
  'notice.remindResult': onPlace(async (county: County) => {
    await reminded(county);
    return { batch: 'b_one' };
  }),
  'notice.myReminders': own(),
  'notice.openReminder': own(async (county: County) => {
    await reminded(county);
    return { reminderId: 'r_one' };
  }),
  'notice.rungEffects': onPlace({ divisionCode: home }),
};
