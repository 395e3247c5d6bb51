import { applyBalance, previewBalance } from '@/domain/operations/office/assignment';
import { main } from '../../../cloudfunctions/assignment';
import type { Services } from '../../../cloudfunctions/runtime/services';
import { benchCounty } from '../county';
import { timed } from '../measure';
import { benchOfficer } from '../officer';
import { line, number } from '../print';
import { onEachStore } from '../stores';
import { option, type Suite } from '../suite';

const county = { divisionCode: '522732' };

/** One enumerator for two thousand people, as the plan reckons; `--people 400000` is the whole county. */
export const assignment: Suite = {
  name: 'assignment',
  title: 'sharing everyone among the enumerators: preview, apply, and one who leaves',
  async run(args) {
    const people = option(args, 'people', 40_000);
    const enumerators = option(args, 'enumerators', Math.round(people / 2000));
    await onEachStore(async (store) => {
      const { services } = await benchCounty(store, people);
      await measureAssignment(services, people, enumerators);
    });
  },
};

/** Preview and apply from nothing, again, and when one leaves. */
export async function measureAssignment(services: Services, people: number, enumerators: number): Promise<void> {
  const postIds = await onlyThese(services, enumerators);
  const officer = await benchOfficer(services);
  const preview = async (wish: object) => previewBalance.output.parse(await officer(main, previewBalance, wish));
  const share = async (title: string, wish: object): Promise<void> => {
    const [looked, plan] = await timed(() => preview({ ...county, ...wish }));
    const input = { ...county, ...wish, digest: plan.digest, reason: '测算' };
    const [applied, done] = await timed(() => officer(main, applyBalance, input));
    const { given } = applyBalance.output.parse(done);
    const percent = (part: number): string => `${(part * 100).toFixed(1)} % off`;
    const took = [number(looked / 1000, 's preview'), number(applied / 1000, 's apply')];
    line(title, ...took, percent(plan.imbalance.after), `${given} leases`);
  };
  await share(`${number(people)} people to ${enumerators}`, { postIds });
  await share('the same again: nothing moves', { postIds });
  await share('one leaves', { postIds, leaving: postIds[0] });
}

/** The seeded county has its own enumerators and their first leases; here work begins anew with as many as asked for. */
async function onlyThese({ store, county: { countyCode } }: Services, enumerators: number): Promise<string[]> {
  const now = new Date();
  const postIds = Array.from({ length: enumerators }, (_, place) => `t_shared_${String(place).padStart(4, '0')}`);
  await store.transaction(async (db) => {
    await db.run('DELETE FROM assignment WHERE county_code = $1', [countyCode]);
    await db.run(
      `INSERT INTO account (county_code, account_id, name, created_at)
       SELECT $1::text, 'a_' || one.post, '采集员（示例）', $3::timestamptz FROM unnest($2::text[]) AS one(post)`,
      [countyCode, postIds, now]
    );
    await db.run(
      `INSERT INTO post (county_code, post_id, account_id, role, title, starts_on, created_at)
       SELECT $1::text, one.post, 'a_' || one.post, 'enumerator', '采集员', '2017-12-01', $3::timestamptz
       FROM unnest($2::text[]) AS one(post)`,
      [countyCode, postIds, now]
    );
  });
  return postIds;
}
