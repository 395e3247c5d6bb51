import { undertakingText } from '@/domain/access';
import { consentText } from '@/domain/campaign/consent';
import { deltasBetween } from '@/domain/campaign/measures';
import { villages } from '@/domain/divisions';
import { nameKey, sampleIdNumber } from '@/domain/identity';
import { nameInitials } from '../../../cloudfunctions/people/initials';
import { sealId } from '../../../cloudfunctions/people/sealed';
import { digest } from '../../../cloudfunctions/runtime/digest';
import type { Services } from '../../../cloudfunctions/runtime/services';
import { edition } from '../../support/county/people';

export type AccountName = 'first' | 'second' | 'resident';

/** Two villages of the county with their people and those who collect there: all that one schedule touches. */
export interface World {
  name: string;
  villages: readonly [string, string];
  /** The first three live in the first village, the last one in the second; the first is the resident's own. */
  persons: readonly string[];
  /** One in each village. */
  households: readonly [string, string];
  /** Birth date of somebody with a number whom the register does not have: several may meet him. */
  born: string;
}

const all = villages(edition).map(({ code }) => code);
/** How many schedules the county has room for before it is emptied: none touches the villages of another. */
export const worldsOfCounty = Math.floor(all.length / 2);

export const accountOf = ({ name }: World, who: AccountName): string => `a_${who}_${name}`;
export const postOf = ({ name }: World, who: AccountName): string =>
  who === 'resident' ? 'resident' : `t_${who}_${name}`;
/** The town officer who gives records back and moves leases; one for all schedules. */
export const officer = { account: 'a_officer', post: 't_officer', session: 'session-of-the-officer-0123' };

const names = ['韦大山', '陆月兰', '潘梅花', '石老安'];
const enumerators: readonly AccountName[] = ['first', 'second'];
const everyone: readonly AccountName[] = ['first', 'second', 'resident'];

export function worldAt(place: number): World {
  const name = `w${place}`;
  return {
    name,
    villages: [all[place * 2] ?? '', all[place * 2 + 1] ?? ''],
    persons: names.map((_, index) => `p_${name}_${index}`),
    households: [`h_${name}_0`, `h_${name}_1`],
    born: `1988-0${1 + Math.floor(place / 9)}-2${place % 9}`,
  };
}

/** Fills an empty county with the people of as many schedules as it has room for. */
export async function seedWorlds(services: Services): Promise<World[]> {
  const worlds = Array.from({ length: worldsOfCounty }, (_, place) => worldAt(place));
  const county = services.county.countyCode;
  const at = services.clock.now();
  const later = new Date(at.getTime() + 365 * 86_400_000);
  const rows = async (table: string, all: Record<string, unknown>[]): Promise<void> => {
    const columns = Object.keys(all[0] ?? {});
    await services.store.copyIn(
      table,
      columns,
      all.map((row) => columns.map((column) => row[column]))
    );
  };
  const c = { county_code: county };
  await rows(
    'household',
    worlds.flatMap((world) =>
      world.households.map((household, index) => ({
        ...c,
        household_id: household,
        village_code: world.villages[index],
        head_person_id: world.persons[index === 0 ? 1 : 3],
        created_at: at,
        updated_at: at,
      }))
    )
  );
  await rows(
    'person',
    worlds.flatMap((world, place) => world.persons.map((_, index) => personRow(services, world, place, index, at)))
  );
  await rows('account', [
    ...worlds.flatMap((world) =>
      everyone.map((who) => ({ ...c, account_id: accountOf(world, who), name: accountNames[who], created_at: at }))
    ),
    { ...c, account_id: officer.account, name: '县经办', created_at: at },
  ]);
  await rows('session', [
    {
      ...c,
      token_hash: digest(officer.session),
      account_id: officer.account,
      channel: 'local',
      created_at: at,
      expires_at: later,
    },
  ]);
  const post = {
    starts_on: '2017-12-01',
    undertaking_version: undertakingText.version,
    undertaking_at: at,
    created_at: at,
  };
  await rows('post', [
    ...worlds.flatMap((world) =>
      enumerators.map((who) => ({
        ...c,
        post_id: postOf(world, who),
        account_id: accountOf(world, who),
        role: 'enumerator',
        title: '采集员',
        ...post,
      }))
    ),
    { ...c, post_id: officer.post, account_id: officer.account, role: 'county', title: '县经办', ...post },
  ]);
  await rows('post_scope', [{ ...c, post_id: officer.post, division_code: county, starts_at: at }]);
  await rows(
    'assignment',
    worlds.flatMap((world) =>
      enumerators.map((who, index) => ({
        ...c,
        assignment_id: `s_${world.name}_${index}`,
        post_id: postOf(world, who),
        village_code: world.villages[index],
        starts_at: at,
        leased_until: later,
        assigned_by: officer.account,
      }))
    )
  );
  await rows(
    'consent',
    worlds.map((world) => ({
      ...c,
      account_id: accountOf(world, 'resident'),
      version: consentText.version,
      agreed_at: at,
    }))
  );
  await rows(
    'account_person',
    worlds.map((world) => ({
      ...c,
      account_id: accountOf(world, 'resident'),
      person_id: world.persons[0],
      relation: 'self',
      since: at,
    }))
  );
  await rows(
    'village_counter',
    worlds.flatMap((world) => countersOf(world, county))
  );
  return worlds;
}

const accountNames: Readonly<Record<AccountName, string>> = {
  first: '采集员甲',
  second: '采集员乙',
  resident: '韦大山',
};

/** The head of the first house could be the parent of the others, and works still. */
const years = [1978, 1960, 1985, 1987];

const villageOf = (world: World, index: number): string => world.villages[index === 3 ? 1 : 0];

function personRow({ secrecy, county }: Services, world: World, place: number, index: number, at: Date) {
  const name = names[index] ?? '';
  const personId = world.persons[index] ?? '';
  const born = `${years[index]}-0${1 + Math.floor(place / 9)}-1${place % 9}`;
  return {
    county_code: county.countyCode,
    person_id: personId,
    household_id: world.households[index === 3 ? 1 : 0],
    relation: index === 1 || index === 3 ? '0' : '2',
    name,
    name_key: nameKey(name),
    name_initials: nameInitials(name),
    sex: '1',
    birth_date: born,
    ethnic: '25',
    id_type: '1',
    ...sealId(secrecy, county.countyCode, personId, sampleIdNumber('522732', born, '1', 0)),
    hukou_nature: '20',
    village_code: villageOf(world, index),
    village_edition: edition,
    group_name: '一组',
    placed_by: 'register',
    placed_reason: '县户籍名册上您的户籍在这里。',
    placed_confidence: '1',
    created_at: at,
    updated_at: at,
  };
}

function countersOf(world: World, county: string): Record<string, unknown>[] {
  const sums = new Map<string, number>();
  for (const [index] of names.entries()) {
    const facts = {
      villageCode: villageOf(world, index),
      collectState: 'due',
      populationClass: '',
      employmentState: '',
      recordMode: '',
      lastOutcome: '',
      refused: false,
      origin: 'register',
      counted: true,
    } as const;
    for (const { villageCode, measure, by } of deltasBetween(null, facts, county)) {
      const key = `${villageCode} ${measure}`;
      sums.set(key, (sums.get(key) ?? 0) + by);
    }
  }
  return [...sums].map(([key, value]) => {
    const [village_code, measure] = key.split(' ');
    return { county_code: county, village_code, measure, value };
  });
}
