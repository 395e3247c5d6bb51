import type { EditionId } from '@/domain/divisions';
import { maskPhone, nameKey } from '@/domain/identity';
import { nameInitials } from '../../people/initials';
import { noId, noPhone, sealId, sealPhone } from '../../people/sealed';
import type { Secrecy } from '../../secrecy';
import { postsInTurn, type SeedAccount, type SeedCounty, type SeedHousehold, type SeedPerson } from '../seed';
import type { LivedPerson } from './lived';

/** What every row of the filling needs. */
export interface Told {
  countyCode: string;
  secrecy: Secrecy;
  now: Date;
}

/** Columns of each table in the order in which the rows below give them. */
export const tables = {
  household: columns(`county_code household_id village_code group_name household_no house_no address head_person_id
    collect_mode created_at updated_at`),
  person: columns(`county_code person_id household_id relation name name_key name_initials sex birth_date ethnic
    id_type id_cipher id_index id_masked id_tail phone_cipher phone_index phone_masked hukou_nature
    village_code village_edition group_name placed_by placed_reason placed_confidence residence_code
    population_class collect_state employment_state record_mode refused attempts last_outcome last_contact_at
    created_at updated_at`),
  account: columns(`county_code account_id name persona persona_note phone_cipher phone_index phone_masked created_at`),
  account_person: columns('county_code account_id person_id relation since'),
  subscription: columns('county_code account_id template remaining updated_at'),
  post: columns(`county_code post_id account_id role title organisation languages badge_no work_area starts_on
    created_at`),
  post_scope: columns('county_code post_id division_code starts_at'),
  assignment: columns(`county_code assignment_id post_id village_code part cadre starts_at leased_until assigned_by`),
  endedAssignment: columns(`county_code assignment_id post_id village_code part cadre starts_at leased_until
    assigned_by state reason ended_at`),
  phase: columns('county_code phase title starts_on ends_on'),
  phone_sync: columns('county_code account_id post_id phone_id last_sync_at waiting entries'),
  record: columns(`county_code record_id form_id subject_id village_code version state receipt_no mode employment_state
    updated_at`),
  record_version: columns(`county_code record_id version base_version form_version answers sealed mode respondent
    author_account author_post author_name author_role consent_version submission_id receipt_no collected_at
    received_at paradata`),
  visit: columns(`county_code visit_id person_id village_code channel outcome cadre at received_at account_id post_id
    author_name`),
  record_return: columns(`county_code return_id record_id version village_code to_account to_post reason comments
    returned_by returned_name at`),
  comparison:
    columns(`county_code comparison_id kind form_id subject_id record_id village_code base_version live_version
    form_version fields sealed mode respondent author_account author_post author_name author_role consent_version
    submission_id receipt_no collected_at received_at paradata`),
  held_entry: columns(`county_code entry_id account_id post_id author_name phone_id operation subject_id village_code
    after why done_at held_at tried_at sealed`),
  village_counter: columns('county_code village_code measure value'),
  village_day_counter: columns('county_code village_code day measure value'),
} as const;

function columns(names: string): string[] {
  return names.split(/\s+/);
}

/** Those with somebody in the mini-program mostly said they fill in by themselves; every eighth asked for a visit. */
const chosenMode = ({ user, householdNo }: SeedHousehold): string =>
  Number(householdNo) % 8 === 5 ? 'visit' : user ? 'self' : '';

export const householdRow = (household: SeedHousehold, { countyCode, now }: Told): unknown[] => [
  countyCode,
  household.householdId,
  household.villageCode,
  household.group,
  household.householdNo,
  household.houseNo,
  household.address,
  household.headPersonId,
  chosenMode(household),
  now,
  now,
];

export function personRow(
  person: SeedPerson,
  household: SeedHousehold,
  edition: EditionId,
  lived: LivedPerson,
  told: Told
): unknown[] {
  const { countyCode, secrecy, now } = told;
  const id = person.idNumber === null ? noId : sealId(secrecy, countyCode, person.personId, person.idNumber);
  const phone = person.phone === null ? noPhone : sealPhone(secrecy, countyCode, person.personId, person.phone);
  return [
    countyCode,
    person.personId,
    household.householdId,
    person.relation,
    person.name,
    nameKey(person.name),
    initialsOf(person.name),
    person.sex,
    person.birthDate,
    person.ethnic,
    person.idType,
    id.id_cipher,
    id.id_index,
    id.id_masked,
    id.id_tail,
    phone.phone_cipher,
    phone.phone_index,
    phone.phone_masked,
    person.hukouNature,
    household.villageCode,
    edition,
    household.group,
    'register',
    '户籍名册所载村（居）',
    '1',
    livesAt(person, household, lived),
    lived.facts.populationClass,
    lived.facts.collectState,
    lived.facts.employmentState,
    lived.facts.recordMode,
    lived.facts.refused,
    lived.attempts,
    lived.facts.lastOutcome,
    lived.lastContactAt,
    now,
    now,
  ];
}

/** A record that was sent says the home village itself; the register says nothing of those at home. */
function livesAt({ residenceCode }: SeedPerson, { villageCode }: SeedHousehold, { facts }: LivedPerson): string {
  return residenceCode === '' && facts.recordMode !== '' ? villageCode : residenceCode;
}

/** Names repeat, and reading one takes as long as sealing a number. */
const initials = new Map<string, string>();

function initialsOf(name: string): string {
  const known = initials.get(name) ?? nameInitials(name);
  if (initials.size < 100_000) initials.set(name, known);
  return known;
}

/** Consents as a county would have them: who uses the mini-program agreed to a few messages of each kind. */
const consents = ['reminder', 'notice', 'returned'];
const consentsEach = 3;

const subscriptionsOf = (accountId: string, { countyCode, now }: Told): unknown[][] =>
  consents.map((template) => [countyCode, accountId, template, consentsEach, now]);

export const accountRows = {
  /** Somebody of a household who uses the mini-program; nobody can sign in as him here. */
  ofUser(household: SeedHousehold, { accountId, personId }: { accountId: string; personId: string }, told: Told) {
    const { countyCode, now } = told;
    const name = household.members.find((member) => member.personId === personId)?.name ?? '';
    return {
      account: [countyCode, accountId, name, null, '', null, null, '', now],
      person: [countyCode, accountId, personId, 'self', now],
      subscriptions: subscriptionsOf(accountId, told),
    };
  },
  /** A persona, or one of the staff. */
  ofPersona(account: SeedAccount, told: Told) {
    const { countyCode, secrecy, now } = told;
    const { accountId, name, persona, note, phone } = account;
    const place = { county: countyCode, table: 'account', row: accountId, column: 'phone_cipher' };
    const sealed = [secrecy.seal(phone, place), secrecy.index('phone', phone), maskPhone(phone)];
    return {
      account: [countyCode, accountId, name, persona, note, ...sealed, now],
      persons: account.persons.map(({ personId, relation }) => [countyCode, accountId, personId, relation, now]),
      subscriptions: persona === null ? [] : subscriptionsOf(accountId, told),
    };
  },
};

/** Posts that somebody was given; everyone is a resident without one. */
export function postRows({ accountId, posts }: SeedAccount, { countyCode, now }: Told) {
  const given = posts.filter(({ role }) => role !== 'resident');
  const since = new Date(now.getTime() - 60 * 86_400_000);
  return {
    held: given.map((post) => [
      countyCode,
      post.postId,
      accountId,
      post.role,
      post.title,
      post.organisation,
      post.languages,
      post.badgeNo,
      post.role === 'enumerator' ? [countyCode] : [],
      since.toISOString().slice(0, 10),
      since,
    ]),
    scopes: given.flatMap(({ postId, scopes }) => scopes.map((code) => [countyCode, postId, code, since])),
  };
}

/**
 * When the phones of the enumerators last synced: most this morning, some a day ago, one of them not for three. The
 * second enumerator once worked on the third one's phone: somebody is to ask about it.
 */
export function phoneRows(made: Pick<SeedCounty, 'accounts' | 'assignments'>, { countyCode, now }: Told): unknown[][] {
  const enumerators = made.accounts
    .flatMap(({ accountId, posts }) => posts.map(({ postId, role }) => ({ accountId, postId, role })))
    .filter(({ role }) => role === 'enumerator');
  const ago = (hours: number): Date => new Date(now.getTime() - hours * 3_600_000);
  const own = enumerators.map(({ accountId, postId }, place) => {
    const hours = place % 6 === 5 ? 74 : place % 3 === 2 ? 26 : 1 + (place % 3);
    return [countyCode, accountId, postId, phoneOf(postId), ago(hours), place % 3 === 2 ? 7 : 0, 40 + place];
  });
  const [, second, third] = postsInTurn(made);
  const borrower = enumerators.find(({ postId }) => postId === second);
  if (borrower === undefined || third === undefined) return own;
  return [...own, [countyCode, borrower.accountId, borrower.postId, phoneOf(third), ago(190), 0, 6]];
}

export const phoneOf = (postId: string): string => `phone-of-${postId}`;
