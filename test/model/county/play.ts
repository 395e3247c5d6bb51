import { personalForm } from '@/domain/forms';
import { settleComparison } from '@/domain/operations/collecting/comparison';
import { assign, takeBack } from '@/domain/operations/office/assignment';
import { returnRecord } from '@/domain/operations/office/quality';
import type { Operation } from '@/domain/operations/operation';
import { createIds } from '@/outbox';
import { digest } from '../../../cloudfunctions/runtime/digest';
import { placeServices, type Services } from '../../../cloudfunctions/runtime/services';
import type { TestClock } from '../../support/county/services';
import { carrier, type Journey } from '../machine/carrier';
import { type Cloud, type CloudCall, createCloud } from '../machine/cloud';
import { createNetwork, type Network } from '../machine/network';
import { createPhone, type Phone } from '../machine/phone';
import { Ledger } from '../people/ledger';
import type { Sabotage } from './sabotage';
import { type AccountName, accountOf, officer, postOf, type World } from './world';

/** One schedule being played: the people of a world, their phones, the network and the cloud. */
export interface Play {
  world: World;
  services: Services;
  clock: TestClock;
  cloud: Cloud;
  network: Network;
  ledger: Ledger;
  phones: Phone[];
  newId: (now: number) => string;
  /** Who holds or held each of the two villages: their people are on his phone. */
  held: readonly [Set<AccountName>, Set<AccountName>];
  /** What the phones' next calls meet, by phone. */
  journeys: Map<Phone, Journey>;
  /** Signs somebody in on a phone, as the sign-in page does. */
  signIn(phone: Phone, who?: AccountName): Promise<void>;
  endSession(phone: Phone): Promise<void>;
  /** An act of the town officer, who is never without network. Answers undefined when it was refused. */
  office(operation: Operation, input: object): Promise<unknown>;
}

const owners: readonly AccountName[] = ['first', 'first', 'second', 'resident'];

export async function beginPlay(
  world: World,
  { services, clock }: { services: Services; clock: TestClock },
  sabotage: Sabotage = {}
): Promise<Play> {
  setForm(1, 1);
  const own = { ...services, store: sabotage.store?.(services.store) ?? services.store };
  const cloud = createCloud(own);
  placeServices(own);
  const network = createNetwork((call, trip) => {
    const serve = (sent: CloudCall) => cloud.call(sent, trip);
    return sabotage.serve?.(call, serve, services) ?? serve(call);
  });
  const random = chance(world.name);
  const now = () => clock.now().getTime();
  const journeys = new Map<Phone, Journey>();
  let tokens = 0;
  const play: Play = {
    world,
    services: own,
    clock,
    cloud,
    network,
    ledger: new Ledger(),
    phones: [],
    newId: createIds(random),
    held: [new Set(['first']), new Set(['second'])],
    journeys,
    async signIn(phone, who = phone.owner.who) {
      tokens += 1;
      phone.session = `session-of-${world.name}-${tokens}-0123456789`;
      phone.owner = ownerOf(world, who);
      const later = new Date(now() + 365 * 86_400_000);
      await services.store.read((db) =>
        db.run(
          `INSERT INTO session (county_code, token_hash, account_id, channel, created_at, expires_at)
           VALUES ($1, $2, $3, 'local', $4, $5)`,
          [services.county.countyCode, digest(phone.session), phone.owner.accountId, clock.now(), later]
        )
      );
      await phone.start();
    },
    async endSession(phone) {
      await services.store.read((db) =>
        db.run('UPDATE session SET ended_at = $3 WHERE county_code = $1 AND token_hash = $2', [
          services.county.countyCode,
          digest(phone.session),
          clock.now(),
        ])
      );
    },
    async office(operation, input) {
      const call = {
        operation: operation.name,
        input,
        requestId: play.newId(now()),
        session: officer.session,
        post: officer.post,
      };
      const reply = await cloud.call(call, { statements: 0, fault: undefined });
      return reply?.ok ? reply.value : undefined;
    },
  };
  const journeyOf = (phone: Phone): Journey =>
    journeys.get(phone) ?? { fates: [], trip: { statements: 0, fault: undefined } };
  const carry = (phone: Phone) => {
    const real = carrier(
      network,
      phone,
      () => journeyOf(phone),
      () => play.newId(now())
    );
    return sabotage.carry?.(real, phone) ?? real;
  };
  for (const [index, who] of owners.entries()) {
    const owner = ownerOf(world, who);
    const phone = await createPhone({
      name: `phone-of-${world.name}-${index}-000000`,
      owner,
      session: '',
      formVersion: 1,
      now,
      random,
      carry,
    });
    play.phones.push(phone);
    await play.signIn(phone);
  }
  return play;
}

const ownerOf = (world: World, who: AccountName) => ({
  who,
  accountId: accountOf(world, who),
  post: postOf(world, who),
});

/** A lease goes from its holder to the other enumerator, as the town does it: taken back, then given. */
export async function reassign(play: Play, which: 0 | 1): Promise<void> {
  const { world, services } = play;
  const village = world.villages[which];
  const held = await services.store.read((db) =>
    db.one<{ id: string; post: string; version: number }>(
      `SELECT assignment_id AS id, post_id AS post, version FROM assignment
       WHERE county_code = $1 AND village_code = $2 AND state = 'held'`,
      [services.county.countyCode, village]
    )
  );
  if (held === undefined) return;
  await play.office(takeBack, { assignmentId: held.id, version: held.version, reason: '换人采集' });
  const next = held.post === postOf(world, 'first') ? 'second' : 'first';
  play.held[which].add(next);
  await play.office(assign, { postId: postOf(world, next), villageCode: village, part: '', until: '2018-12-31' });
}

/** The town chooses one side of the oldest comparison, whole. */
export async function choose(play: Play, side: 'live' | 'late'): Promise<void> {
  const { world, services } = play;
  const open = await services.store.read((db) =>
    db.one<{ id: string; version: number; fields: string[]; live: number | null }>(
      `SELECT c.comparison_id AS id, c.version, c.fields, r.version AS live FROM comparison c
       LEFT JOIN record r ON r.county_code = c.county_code AND r.form_id = c.form_id AND r.subject_id = c.subject_id
       WHERE c.county_code = $1 AND c.village_code = ANY($2::text[]) AND c.state = 'open' ORDER BY c.comparison_id LIMIT 1`,
      [services.county.countyCode, [...world.villages]]
    )
  );
  if (open === undefined) return;
  const { id: comparisonId, version, fields, live } = open;
  const choices = Object.fromEntries(fields.map((field) => [field, side]));
  await play.office(settleComparison, { comparisonId, version, liveVersion: live ?? 0, choices, reason: '电话核对过' });
}

/** The town gives a record back to its author. */
export async function giveBack(play: Play, personId: string): Promise<void> {
  const record = await play.services.store.read((db) =>
    db.one<{ id: string; version: number }>(
      `SELECT record_id AS id, version FROM record WHERE county_code = $1 AND form_id = 'personal' AND subject_id = $2`,
      [play.services.county.countyCode, personId]
    )
  );
  if (record === undefined) return;
  await play.office(returnRecord, { recordId: record.id, version: record.version, reason: '请核对收入' });
}

/**
 * The form gets versions as the years bring them; the declaration is one object that phones and cloud share here, so
 * it is put back before each schedule.
 */
export function setForm(version: number, acceptsFrom: number): void {
  const upgrades = Object.fromEntries(Array.from({ length: version - 1 }, (_, older) => [older + 1, asItWas]));
  Object.assign(personalForm, { version, acceptsFrom, upgrades });
}

const asItWas = (answers: Record<string, unknown>): Record<string, unknown> => answers;

/** The same numbers each time for the same name (mulberry32). */
function chance(name: string): () => number {
  let state = [...name].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), 7);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
