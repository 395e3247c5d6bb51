import { measuresOf } from '@/domain/campaign/measures';
import type { Entry } from '@/outbox';
import { type ChainHead, chainHead, chainStart, followChain, sealAudit } from '../../../cloudfunctions/audit';
import { villageFacts } from '../../../cloudfunctions/store/queries/office/recount';
import type { Play } from '../county/play';
import { type Deed, markOf } from '../people/ledger';
import { accountedFor, type Found, overwritten, readStore } from './found';

/** Everything that was promised and does not hold, one line each; empty when all of it does. */
export async function brokenPromises(play: Play, stuck: readonly Entry[], chain: Chain): Promise<string[]> {
  const found = await readStore(play);
  const entries = play.phones.flatMap((phone) => phone.entries());
  return [
    ...stuck.map((entry) => `${markOf(entry)} waits and nothing says why`),
    ...[...play.ledger.deeds.values()].flatMap((deed) => deedKept(deed, entries, found)),
    ...nothingInvented(play, found),
    ...overwritten(play, found),
    ...accountedFor(found),
    ...(await countersHold(play)),
    ...(await auditHolds(play, chain)),
  ];
}

/** What a person was told is saved exists exactly once, in the cloud or where somebody sees it. */
function deedKept(deed: Deed, entries: readonly Entry[], found: Found): string[] {
  const { mark } = deed;
  const stored = found.effects.filter((effect) => effect.mark === mark);
  const here = entries.filter((entry) => markOf(entry) === mark);
  if (stored.length > 1)
    return [`${mark} (${deed.operation}) is in the cloud ${stored.length} times: ${stored.map(({ as }) => as)}`];
  // A refused one whose phone died while it was being put right stays beside its successor until its author sees it.
  const standing = here.filter(({ standing }) => standing.is !== 'refused');
  if (standing.length > 1) return [`${mark} is on the phone ${standing.length} times`];
  const entry = standing[0] ?? here[0];
  if (entry === undefined) {
    const lost = deed.told && !deed.withdrawn && stored.length === 0;
    return lost ? [`${mark} (${deed.operation}) was said to be saved and is nowhere`] : [];
  }
  switch (entry.standing.is) {
    case 'received':
      if (stored.length === 0 && !isSame(entry) && !isKnownPerson(entry))
        return [`${mark} has a receipt and is nowhere in the cloud`];
      return receiptHolds(entry, found);
    case 'refused':
      if (stored.length > 0)
        return [`${mark} was refused (${entry.standing.problem.code}) and is in the cloud all the same`];
      return /[\u4e00-\u9fff]/.test(entry.standing.problem.message) ? [] : [`${mark} was refused without a sentence`];
    case 'held':
      return found.held.has(entry.id) ? [] : [`${mark} is said to be held and is not`];
    case 'waiting':
      return stored.length > 0 ? [`${mark} is in the cloud and its phone does not know`] : [];
  }
}

const replyOf = (entry: Entry): Record<string, unknown> =>
  entry.standing.is === 'received' ? ((entry.standing.reply ?? {}) as Record<string, unknown>) : {};

/** The same answers stood there already: nothing was to be added. */
const isSame = (entry: Entry): boolean => replyOf(entry).outcome === 'same';
const isKnownPerson = (entry: Entry): boolean =>
  entry.operation === 'register.addPerson' && replyOf(entry).outcome !== 'added';

function receiptHolds(entry: Entry, found: Found): string[] {
  const { receiptNo } = replyOf(entry);
  if (typeof receiptNo !== 'string' || found.receipts.has(receiptNo)) return [];
  return [`${markOf(entry)} has receipt ${receiptNo}, which nothing in the cloud has`];
}

/** Nothing stands in the cloud that nobody did. */
const nothingInvented = ({ ledger }: Play, { effects }: Found): string[] =>
  effects
    .filter(({ mark }) => !ledger.deeds.has(mark))
    .map(({ mark, as }) => `nobody did ${mark}, which is in the cloud as ${as}`);

async function countersHold({ world, services }: Play): Promise<string[]> {
  const broken: string[] = [];
  for (const village of [...world.villages, services.county.countyCode]) {
    const { counters, facts } = await services.store.read((db) =>
      villageFacts(db, services.county.countyCode, village)
    );
    const counts: Record<string, number> = {};
    for (const { people, ...person } of facts) {
      for (const measure of measuresOf(person)) counts[measure] = (counts[measure] ?? 0) + people;
    }
    for (const measure of new Set([...Object.keys(counters), ...Object.keys(counts)])) {
      const kept = counters[measure] ?? 0;
      const counted = counts[measure] ?? 0;
      if (kept !== counted) broken.push(`counter ${measure} of ${village} says ${kept}, a recount ${counted}`);
    }
  }
  return broken;
}

/** Where the audit chain was found right up to. */
export interface Chain {
  head: ChainHead | undefined;
}

async function auditHolds({ services }: Play, chain: Chain): Promise<string[]> {
  const { countyCode } = services.county;
  await sealAudit(services.store, countyCode);
  const head = await services.store.read((db) => chainHead(db, countyCode));
  const followed = await followChain(services.store, countyCode, chain.head ?? chainStart(countyCode), head.seq);
  if ('why' in followed) return [`the audit chain is broken at ${followed.seq}: ${followed.why}`];
  chain.head = followed;
  return [];
}

/** What became of the entries of a schedule, in words that can be counted: a model that never meets a refusal tries none. */
export const endings = (play: Play): string[] =>
  play.phones
    .flatMap((phone) => phone.entries())
    .map((entry) => `${entry.operation} ${entry.standing.is} ${wordOf(entry)}`.trim());

function wordOf(entry: Entry): string {
  if (entry.standing.is === 'refused') return entry.standing.problem.code;
  const { outcome } = replyOf(entry);
  return typeof outcome === 'string' ? outcome : '';
}
