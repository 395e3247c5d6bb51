import { places } from '@/domain/access';
import { consentText } from '@/domain/campaign/consent';
import { personalForm } from '@/domain/forms';
import {
  type BundlePersonRow,
  type HouseholdRow,
  villageBundle as operation,
} from '@/domain/operations/people/village-bundle';
import { Problem } from '@/domain/problem';
import { selfWindow } from '../household/window';
import { partsOf } from '../people/scope';
import { villageOf } from '../people/villages';
import { dayInChina } from '../runtime/clock';
import { type Context, handle } from '../runtime/handle';
import { isMoment, joinKey, pageFrom, splitKey } from '../runtime/page';
import { editionOf } from '../runtime/places';
import { openComparisonsIn } from '../store/queries/field/comparisons';
import { listNotices } from '../store/queries/notice/notices';
import {
  type BundleFilter,
  type BundleRow,
  bundlePage,
  countInside,
  leaseEnd,
} from '../store/queries/people/village-bundle';

/** A page is about 150 KB: a village of 4,400 comes in five, and one that is lost is asked again. */
const pageSize = 1000;

/** The village that an enumerator carries into the field. */
export const villageBundle = handle(operation, {
  concerns: ({ villageCode }) => places(villageCode),
  async act({ villageCode, since, cursor }, { actor, db, now, services: { county, secrecy }, note }) {
    const village = villageOf(county, villageCode);
    if (village === null) throw new Problem('division.unknown', { code: villageCode });
    const filter: BundleFilter = {
      county: actor.countyCode,
      village: villageCode,
      parts: partsOf(actor, villageCode),
      since,
    };
    const [after = '', at = ''] = splitKey(cursor, 2) ?? [];
    const begun = isMoment(at) ? at : now.toISOString();
    const rows = await bundlePage(db, filter, after, pageSize + 1);
    const { items, next } = pageFrom(rows, pageSize, (row) => joinKey(row.person_id, begun));
    note({ details: { people: items.length } });
    return {
      villageCode,
      villageName: village.name,
      townName: village.townName,
      edition: editionOf(county),
      formVersion: personalForm.version,
      consentVersion: consentText.version,
      today: dayInChina(now),
      // What is written while the pages are fetched belongs to the next fetch: the first page's moment counts.
      asOf: begun,
      leasedUntil: await leaseEnd(db, actor.countyCode, actor.postId, villageCode),
      people: await countInside(db, filter),
      comparisons: await openComparisonsIn(db, actor.countyCode, villageCode),
      notices: cursor === null ? await noticesOf(villageCode, { db, actor, now }) : [],
      rescueKey: secrecy.rescue.current(),
      ...inRows(items, (await selfWindow(db, actor.countyCode, now)).open),
      next,
    };
  },
});

/** More are not read at a door. */
const mostNotices = 10;

async function noticesOf(village: string, { db, actor, now }: Pick<Context, 'db' | 'actor' | 'now'>) {
  const rows = await listNotices(db, actor.countyCode, {
    accountId: actor.accountId,
    reach: { covering: [village, village.slice(0, 9), village.slice(0, 6)], under: [] },
    withdrawn: false,
    today: dayInChina(now),
    before: null,
    limit: mostNotices,
  });
  return rows.map(({ noticeId, title, issuer, publishedAt, content }) => ({
    noticeId,
    title,
    issuer,
    publishedAt,
    paragraphs: content.paragraphs,
  }));
}

/** Each household once, people pointing at its place. */
function inRows(
  rows: readonly BundleRow[],
  windowOpen: boolean
): { households: HouseholdRow[]; persons: BundlePersonRow[] } {
  const households: HouseholdRow[] = [];
  const placeOf = new Map<string, number>();
  const persons = rows.map((row): BundlePersonRow => {
    let place = row.household_id === null ? -1 : placeOf.get(row.household_id);
    if (place === undefined) {
      place = households.length;
      placeOf.set(row.household_id ?? '', place);
      households.push([
        row.household_id ?? '',
        row.house_group,
        row.house_no,
        row.household_no,
        row.address,
        modeOf(row, windowOpen),
      ]);
    }
    return [
      row.person_id,
      place,
      row.relation,
      row.name,
      row.name_initials,
      row.sex,
      row.birth_date ?? '',
      row.id_masked,
      row.phone_masked,
      row.population_class,
      row.collect_state,
      row.attempts,
      row.last_outcome,
      row.last_contact_at ?? '',
      row.refused ? 1 : 0,
      row.id_type,
      row.ethnic,
      row.hukou_nature,
      row.record_version,
      row.group_name === row.house_group ? '' : row.group_name,
      row.attempt_days,
      row.appointment_at ?? '',
    ];
  });
  return { households, persons };
}

/** A household that asked for a visit goes on asking; of the others the visit falls due when the window closes. */
const modeOf = ({ collect_mode }: BundleRow, windowOpen: boolean): HouseholdRow[5] =>
  windowOpen || collect_mode === 'visit' ? collect_mode : 'due';
