import { digest } from '../../../cloudfunctions/runtime/digest';
import type { Services } from '../../../cloudfunctions/runtime/services';
import { type Role, undertakingText } from '../../../src/domain/access';
import { consentText } from '../../../src/domain/campaign/consent';
import { elsewhere, home, nextDoor, type PersonName, personIdOf } from './people';

interface Seat {
  name: string;
  role: Role;
  /** Division codes of the post; for an enumerator the villages he holds. */
  places: readonly string[];
  /** The person this account is, for residents. */
  self?: PersonName;
  /** Everyone has agreed to the texts unless it says so. */
  newHere?: true;
}

/** Who can act in a test. `as('villageSecretary')` speaks for the seat of that name. */
export const seats = {
  resident: { name: '韦小明', role: 'resident', places: [], self: 'weiXiaoming' },
  neighbour: { name: '潘梅花', role: 'resident', places: [], self: 'panMeihua' },
  newcomer: { name: '微信用户', role: 'resident', places: [], newHere: true },
  enumerator: { name: '采集员甲', role: 'enumerator', places: [home, nextDoor] },
  otherEnumerator: { name: '采集员乙', role: 'enumerator', places: [elsewhere] },
  newEnumerator: { name: '采集员丙', role: 'enumerator', places: [], newHere: true },
  supervisor: { name: '督导员', role: 'supervisor', places: [home.slice(0, 9)] },
  otherSupervisor: { name: '督导员二', role: 'supervisor', places: [elsewhere.slice(0, 9)] },
  villageSecretary: { name: '村支书', role: 'committee', places: [home] },
  otherSecretary: { name: '外村支书', role: 'committee', places: [elsewhere] },
  townOfficer: { name: '镇经办', role: 'town', places: [home.slice(0, 9)] },
  otherTownOfficer: { name: '外镇经办', role: 'town', places: [elsewhere.slice(0, 9)] },
  countyOfficer: { name: '县经办', role: 'county', places: ['522732'] },
  inspector: { name: '抽查员', role: 'inspector', places: [home.slice(0, 9)] },
  otherInspector: { name: '抽查员二', role: 'inspector', places: [elsewhere.slice(0, 9)] },
  liaison: { name: '联络员', role: 'liaison', places: ['522732'] },
  auditor: { name: '审计员', role: 'auditor', places: ['522732'] },
  keeper: { name: '保密员', role: 'keeper', places: ['522732'] },
  // Posts of a neighbouring county: what they may do, they may not do here.
  otherCountyOfficer: { name: '邻县经办', role: 'county', places: ['522731'] },
  otherLiaison: { name: '邻县联络员', role: 'liaison', places: ['522731'] },
  otherAuditor: { name: '邻县审计员', role: 'auditor', places: ['522731'] },
  otherKeeper: { name: '邻县保密员', role: 'keeper', places: ['522731'] },
} as const satisfies Record<string, Seat>;

export type SeatName = keyof typeof seats;
export const allSeats = Object.keys(seats) as SeatName[];
export const seatOf = (who: SeatName): Seat => seats[who];
export const accountIdOf = (who: SeatName): string => `a_${who}`;
export const postIdOf = (who: SeatName): string => (seats[who].role === 'resident' ? 'resident' : `t_${who}`);
export const sessionOf = (who: SeatName): string => `session-of-${who}-0123456789`;

/** Accounts, posts, scopes, leases and sessions; everybody signed in at a browser. */
export async function seedStaff({ store, clock, county: { countyCode } }: Services): Promise<void> {
  const at = clock.now();
  const year = 365 * 86_400_000;
  const later = new Date(at.getTime() + year);
  await store.copyIn(
    'account',
    ['county_code', 'account_id', 'name', 'persona', 'created_at'],
    allSeats.map((who) => [countyCode, accountIdOf(who), seats[who].name, who, at])
  );
  await store.copyIn(
    'session',
    ['county_code', 'token_hash', 'account_id', 'channel', 'created_at', 'expires_at'],
    allSeats.map((who) => [countyCode, digest(sessionOf(who)), accountIdOf(who), 'local', at, later])
  );
  const staff = allSeats.filter((who) => seats[who].role !== 'resident');
  await store.copyIn(
    'post',
    [
      'county_code',
      'post_id',
      'account_id',
      'role',
      'title',
      'starts_on',
      'undertaking_version',
      'undertaking_at',
      'created_at',
    ],
    staff.map((who) => [
      countyCode,
      postIdOf(who),
      accountIdOf(who),
      seats[who].role,
      seats[who].name,
      '2017-12-01',
      ...(seatOf(who).newHere ? [null, null] : [undertakingText.version, at]),
      at,
    ])
  );
  const scoped = staff.filter((who) => seats[who].role !== 'enumerator');
  await store.copyIn(
    'post_scope',
    ['county_code', 'post_id', 'division_code', 'starts_at'],
    scoped.flatMap((who) => seats[who].places.map((place) => [countyCode, postIdOf(who), place, at]))
  );
  const enumerators = staff.filter((who) => seats[who].role === 'enumerator');
  await store.copyIn(
    'assignment',
    ['county_code', 'assignment_id', 'post_id', 'village_code', 'starts_at', 'leased_until', 'assigned_by'],
    enumerators.flatMap((who) =>
      seats[who].places.map((place) => [
        countyCode,
        `s_${who}_${place}`,
        postIdOf(who),
        place,
        at,
        later,
        accountIdOf('townOfficer'),
      ])
    )
  );
  const residents = allSeats.filter((who) => seatOf(who).role === 'resident' && !seatOf(who).newHere);
  await store.copyIn(
    'consent',
    ['county_code', 'account_id', 'version', 'agreed_at'],
    residents.map((who) => [countyCode, accountIdOf(who), consentText.version, at])
  );
  await store.copyIn(
    'account_person',
    ['county_code', 'account_id', 'person_id', 'relation', 'since'],
    residents.flatMap((who) => {
      const self = seatOf(who).self;
      return self === undefined ? [] : [[countyCode, accountIdOf(who), personIdOf(self), 'self', at]];
    })
  );
}
