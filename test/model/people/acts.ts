import { buildsOn, waitingForm } from '@/client/outbox/builds-on';
import { personalForm } from '@/domain/forms';
import { submitRecord } from '@/domain/operations/collecting/collect';
import { buildingOn, type Entry, type NewEntry, type Outbox } from '@/outbox';
import type { Play } from '../county/play';
import type { Known, Phone } from '../machine/phone';
import { changing, type Step, type WriteFault } from '../schedule/step';
import { changesOf, form, newcomer, nobodyAsked, visit } from './deeds';
import { type Deed, markOf } from './ledger';

/** What people do at their phones, by the rules of the pages. */

export async function fill(
  play: Play,
  { phone: index, person, fields, write }: Extract<Step, { do: 'fill' }>
): Promise<void> {
  const phone = phoneAt(play, index);
  const personId = personAt(play, person, index);
  if (personId === undefined) return;
  const base = baseOf(phone, personId);
  const changed = changesOf(fields, base);
  const deed = play.ledger.note({
    operation: 'collect.submitRecord',
    phone: index,
    accountId: phone.owner.accountId,
    personId,
    changed,
  });
  const making = { deed, phone, at: wallClock(play, phone) };
  const waits = after(phone, personId, deed.operation);
  await store(play, deed, (id) => ({ ...form({ ...making, id }, base), after: waits }), write);
}

export async function knock(
  play: Play,
  { phone: index, person, outcome, write }: Extract<Step, { do: 'knock' }>
): Promise<void> {
  const phone = phoneAt(play, index);
  const personId = personAt(play, person, index);
  if (personId === undefined || phone.owner.who === 'resident') return;
  const deed = play.ledger.note({
    operation: 'collect.recordVisit',
    phone: index,
    accountId: phone.owner.accountId,
    personId,
    changed: {},
  });
  const making = { deed, phone, at: wallClock(play, phone) };
  const waits = after(phone, personId, deed.operation);
  await store(play, deed, (id) => ({ ...visit({ ...making, id }, outcome), after: waits }), write);
}

export async function add(play: Play, { phone: index, numbered, write }: Extract<Step, { do: 'add' }>): Promise<void> {
  const phone = phoneAt(play, index);
  if (phone.owner.who === 'resident') return;
  const village = play.world.villages[phone.owner.who === 'first' ? 0 : 1];
  const personId = play.newId(play.clock.now().getTime());
  const deed = play.ledger.note({
    operation: 'register.addPerson',
    phone: index,
    accountId: phone.owner.accountId,
    personId,
    changed: {},
  });
  await store(play, deed, (id) => newcomer({ id, deed }, village, numbered ? play.world.born : null), write);
}

/** What must have arrived before; the very rule of the pages. */
const after = (phone: Phone, personId: string, operation: string): string[] =>
  buildsOn(phone.outbox().snapshot().entries, personId, operation);

/** What a form about this person starts from: his own that still waits, else what the phone carries. */
function baseOf(phone: Phone, personId: string): Known {
  const waiting = waitingForm(phone.outbox().snapshot().entries, personId, submitRecord.name);
  const input = submitRecord.input.safeParse(waiting?.input);
  if (!input.success) return phone.known.get(personId) ?? nobodyAsked;
  const { answers, baseVersion } = input.data;
  return {
    version: baseVersion + 1,
    startedFrom: answers,
    values: Object.fromEntries(changing.map((field) => [field, answers[field]])),
  };
}

const firstRefused = (outbox: Outbox): Entry | undefined =>
  outbox.snapshot().entries.find(({ standing }) => standing.is === 'refused');

/** The page opens what was refused, against what stands now; what he sends anew takes the place of the refused one. */
export async function amend(play: Play, index: number, write: WriteFault | undefined): Promise<void> {
  const phone = phoneAt(play, index);
  const refused = firstRefused(phone.outbox());
  if (refused === undefined) return;
  const deed = play.ledger.of(markOf(refused));
  const id = play.newId(play.clock.now().getTime());
  const anew = await putRight(play, phone, deed, refused, id);
  await phone.attempt(write, async (outbox) => {
    await outbox.add(anew);
    await outbox.withdraw(refused.id, id);
  });
}

async function putRight(play: Play, phone: Phone, deed: Deed, refused: Entry, id: string): Promise<NewEntry> {
  const { operation, subject, title, input } = refused;
  if (operation === 'register.addPerson') return { id, operation, subject, title, input };
  const making = { id, deed, phone, at: wallClock(play, phone) };
  const waits = after(phone, deed.personId, operation);
  if (operation === 'collect.recordVisit') return { ...visit(making, '11'), after: waits };
  await fetch(play, phone);
  const base = baseOf(phone, deed.personId);
  // What he said stays what he said; only what it is measured against is new.
  deed.changed = Object.fromEntries(
    Object.entries(deed.changed).map(([field, { to }]) => [field, { from: base.values[field], to }])
  );
  return { ...form(making, base), after: waits };
}

export async function withdraw(play: Play, index: number, write: WriteFault | undefined): Promise<void> {
  const phone = phoneAt(play, index);
  const refused = firstRefused(phone.outbox());
  if (refused === undefined) return;
  for (const entry of [refused, ...buildingOn(refused.id, phone.outbox().snapshot().entries)]) {
    play.ledger.of(markOf(entry)).withdrawn = true;
  }
  await phone.attempt(write, (outbox) => outbox.withdraw(refused.id));
}

export function phoneAt(play: Play, index: number): Phone {
  const phone = play.phones[index];
  if (phone === undefined) throw new Error(`there is no phone ${index}`);
  return phone;
}

/** The people of the villages this account has held, then those whom this phone has added; a resident has only himself. */
function personAt(play: Play, index: number, phone: number): string | undefined {
  const { who } = phoneAt(play, phone).owner;
  const { persons } = play.world;
  if (who === 'resident') return persons[0];
  const added = [...play.ledger.deeds.values()].filter(
    (deed) => deed.operation === 'register.addPerson' && deed.phone === phone && deed.told
  );
  const mine = [0, 1].flatMap((village) =>
    play.held[village]?.has(who) ? (village === 0 ? persons.slice(0, 3) : persons.slice(3)) : []
  );
  return [...mine, ...added.map(({ personId }) => personId)][index];
}

const wallClock = (play: Play, phone: Phone): string =>
  new Date(play.clock.now().getTime() + phone.offset).toISOString();

/** Adds an entry; the deed counts as told once the outbox said that it is stored. */
async function store(
  play: Play,
  deed: Deed,
  make: (id: string) => NewEntry,
  write: WriteFault | undefined
): Promise<void> {
  const phone = phoneAt(play, deed.phone);
  const id = play.newId(play.clock.now().getTime() + phone.offset);
  const entry = await phone.attempt(write, (outbox) => outbox.add(make(id)));
  deed.told = entry !== undefined;
}

/** The villages as the phone carries them: each person with the version and answers that stand. */
export async function fetch(play: Play, phone: Phone): Promise<void> {
  phone.formVersion = personalForm.version;
  const rows = await play.services.store.read((db) =>
    db.query<{ person: string; version: number; answers: Record<string, unknown> }>(
      `SELECT r.subject_id AS person, r.version, v.answers FROM record r
       JOIN record_version v ON v.county_code = r.county_code AND v.record_id = r.record_id AND v.version = r.version
       JOIN person p ON p.county_code = r.county_code AND p.person_id = r.subject_id
       WHERE r.county_code = $1 AND r.form_id = 'personal' AND p.village_code = ANY($2::text[])`,
      [play.services.county.countyCode, [...play.world.villages]]
    )
  );
  for (const { person, version, answers } of rows) {
    const values = Object.fromEntries(changing.map((field) => [field, answers[field]]));
    phone.known.set(person, { version, values });
  }
}
