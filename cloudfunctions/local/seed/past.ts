import { addDays, localTime } from '@/domain/identity';
import { type Random, randomFrom } from './random';
import type { Scene } from './scenes';
import type { SeedHousehold, SeedPerson } from './types';

/** What has happened with a person before the county is first looked at. */
export interface Past {
  person: SeedPerson;
  /** Knocks and calls that reached nobody, or a refusal; oldest first. */
  contacts: { at: Date; channel: 'visit' | 'phone'; outcome: '11' | '14' | '16' }[];
  record: PastRecord | null;
  /** What befell this person in particular. */
  scene?: Scene;
}

export interface PastRecord {
  mode: 'self' | 'visit' | 'phone';
  collectedAt: Date;
  state: 'collected' | 'returned' | 'confirmed' | 'accepted';
  /** When it came into that state. */
  settledAt: Date;
  /** Time at the form. */
  seconds: number;
  receiptNo: string;
}

export interface PastWish {
  seed: number;
  /** The last whole day, YYYY-MM-DD: the past ends with it. */
  until: string;
  /** How many days of collecting lie behind. */
  days: number;
  /** 1 is a county well under way; smaller for counties too large to invent so many records at a start. */
  share: number;
}

/** Villages differ: some are nearly done, some have hardly begun. Whole families are met together. */
export function pastOf(household: SeedHousehold, wish: PastWish, scene?: Scene): Past[] {
  if (household.persona) return [];
  const village = randomFrom(`pace ${wish.seed} ${household.villageCode}`);
  const pace = (0.12 + village.next() * 0.5) * wish.share;
  // In a few villages somebody was in a hurry: the daily checks are to find it.
  const hasty = village.chance(0.08);
  const random = randomFrom(`past ${wish.seed} ${household.householdId}`);
  if (scene) return staged(household, scene, wish, random);
  const day = addDays(wish.until, -random.whole(0, wish.days - 1));
  if (random.chance(pace))
    return household.members.flatMap((person) => met(person, household, { day, hasty }, wish, random));
  if (random.chance(0.1 * wish.share)) return household.members.map((person) => missed(person, day, random));
  return [];
}

/** Of what the daily checks look at, everybody of the household is a part; of the rest one of them. */
function staged(household: SeedHousehold, scene: Scene, wish: PastWish, random: Random): Past[] {
  const ofAll = scene === 'hurried' || scene === 'atNight';
  const answering = scene === 'residentAfter' || scene === 'enumeratorAfter' ? household.user?.personId : undefined;
  const one = answering ?? household.headPersonId;
  const day = ofAll ? wish.until : addDays(wish.until, scene === 'sentBack' ? -4 : -2);
  return household.members.map((person): Past => {
    if (!ofAll && person.personId !== one) return { person, contacts: [], record: null };
    const self = scene === 'enumeratorAfter';
    const collectedAt = scene === 'atNight' ? nightMoment(day, random) : moment(day, random);
    const record: PastRecord = {
      mode: self ? 'self' : person.residenceCode === '' ? 'visit' : 'phone',
      collectedAt,
      state: scene === 'sentBack' ? 'returned' : 'collected',
      settledAt: scene === 'sentBack' ? moment(wish.until, random) : collectedAt,
      seconds: scene === 'hurried' ? random.whole(12, 28) : random.whole(160, 420),
      receiptNo: receiptNo(day, random),
    };
    return { person, contacts: [], record, scene };
  });
}

/** Who is away is called, or declares on his own phone; some are still to be reached. */
function met(
  person: SeedPerson,
  household: SeedHousehold,
  { day, hasty }: { day: string; hasty: boolean },
  wish: PastWish,
  random: Random
): Past[] {
  const away = person.residenceCode !== '';
  const own = household.user?.personId === person.personId && random.chance(0.6);
  if (away && !own && random.chance(0.4)) {
    return [{ person, contacts: [{ at: moment(day, random), channel: 'phone', outcome: '14' }], record: null }];
  }
  const mode = own ? 'self' : away ? 'phone' : 'visit';
  const collectedAt = moment(day, random);
  const state = stateAfter(Math.round((Date.parse(wish.until) - Date.parse(day)) / 86_400_000), random);
  const settledAt = state === 'collected' ? collectedAt : moment(addDays(day, random.whole(1, 3)), random);
  return [
    {
      person,
      contacts: [],
      record: {
        mode,
        collectedAt,
        state,
        settledAt,
        seconds: hasty ? random.whole(15, 50) : random.whole(100, 420),
        receiptNo: receiptNo(day, random),
      },
    },
  ];
}

function missed(person: SeedPerson, day: string, random: Random): Past {
  const outcome = random.chance(0.06) ? '16' : '11';
  return { person, contacts: [{ at: moment(day, random), channel: 'visit', outcome }], record: null };
}

/** Review follows collecting by days, acceptance by weeks. */
function stateAfter(daysAgo: number, random: Random): PastRecord['state'] {
  if (daysAgo < 3) return 'collected';
  if (random.chance(0.03)) return 'returned';
  if (daysAgo > 18 && random.chance(0.45)) return 'accepted';
  return random.chance(daysAgo > 9 ? 0.7 : 0.3) ? 'confirmed' : 'collected';
}

/** Between nine and seven in daylight. */
const moment = (day: string, random: Random): Date =>
  new Date(localTime(day, 9).getTime() + random.whole(0, 36_000) * 1000);
/** Later than anybody should be knocked at, yet the same day. */
const nightMoment = (day: string, random: Random): Date =>
  new Date(localTime(day, 22).getTime() + random.whole(300, 5_400) * 1000);
export const receiptNo = (day: string, random: Random): string => `${day.replace(/-/g, '')}-${letters(random)}`;
const letters = (random: Random): string =>
  Array.from({ length: 8 }, () => random.pick(Array.from('23456789ABCDEFGHJKMNPQRSTUVWXYZ'))).join('');
