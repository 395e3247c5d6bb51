import { type Actor, authorize, type Concern, covers, places } from '@/domain/access';
import { importRescue as operation } from '@/domain/operations/collecting/rescue';
import type { SyncEntry, SyncResult } from '@/domain/operations/collecting/sync';
import type { InputOf } from '@/domain/operations/operation';
import { parseInput } from '@/domain/operations/parse';
import { Problem } from '@/domain/problem';
import { partBinding, type RescueContents, rescueContents } from '@/domain/rescue';
import { appendAudit } from '../../audit';
import { readActor } from '../../runtime/actor';
import { auditRow, type Call, type Handler } from '../../runtime/handle';
import type { Db } from '../../store/port';
import { villagesOfPost } from '../../store/queries/field/held-entries';
import { doBatch, knownOf } from './batch';
import { titleOf } from './held-entries';

/**
 * What a phone could not send any more comes in a file, under a supervisor's hand and in the name of its author. Each
 * entry is done under its own id, so that one which came from the phone as well is done once. The file may have lain
 * for days: its clocks prove nothing, and the times in it stand as said.
 */
export const importRescue: Handler = { operation, run };

async function run(call: Call): Promise<unknown> {
  const input = parseInput(operation.input, call.envelope.input);
  const { services, envelope } = call;
  const now = services.clock.now();
  const begun = await services.store.read(async (db) => {
    const hand = await readActor(db, { ...envelope, caller: call.caller }, services.county, now);
    // Before the file is opened: whoever may not import learns nothing of it.
    authorize(hand, 'record.review', places(), true);
    const contents = open(input, call);
    const concern = await concernOf(contents, hand, db);
    authorize(hand, 'record.review', concern, true);
    const who = { caller: { kind: 'account', accountId: contents.accountId } as const, post: contents.post };
    const author = await readActor(db, who, services.county, now);
    return { hand, contents, concern, author, known: await knownOf(db, author, contents.entries) };
  });
  const { contents, author, hand, concern } = begun;
  const as = { caller: { kind: 'account', accountId: author.accountId } as const, services };
  const batch = { entries: contents.entries, phoneId: contents.phoneId, clockOf: () => undefined };
  const results = await doBatch(
    batch,
    { actor: author, known: begun.known, now },
    { ...as, envelope: { post: contents.post } }
  );
  const lines = contents.entries.map((entry) =>
    lineOf(
      entry,
      results.find(({ id }) => id === entry.id)
    )
  );
  const noted = {
    details: { file: input.header.fileId, part: input.part.part, author: author.accountId, outcomes: countsOf(lines) },
  };
  await services.store.transaction((db) =>
    appendAudit(db, auditRow(operation, hand, concern, noted, envelope.requestId, now))
  );
  return operation.output.parse({ authorName: author.name, entries: lines });
}

/** Errors: rescue.file. */
function open({ header, part }: InputOf<typeof operation>, { services }: Call): RescueContents {
  const { rescue } = services.secrecy;
  const key = rescue.openKey(header.keyId, header.key);
  const binding = partBinding(header, part.part);
  const text = key === undefined ? undefined : rescue.openPart(part.body, { key, nonce: part.nonce, binding });
  const contents = text === undefined ? undefined : rescueContents.safeParse(json(text));
  if (!contents?.success) throw new Problem('rescue.file');
  return contents.data;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Sealed for us and yet no file of ours.
    return undefined;
  }
}

/** One village of the author's within the scope is enough: his phone's work is not cut in pieces. */
async function concernOf({ post }: RescueContents, hand: Actor, db: Db): Promise<Concern> {
  const villages = await villagesOfPost(db, hand.countyCode, post);
  const mine = villages.find((code) => covers(hand, code));
  return places(mine ?? villages[0] ?? hand.countyCode);
}

function lineOf(entry: SyncEntry, result: SyncResult | undefined) {
  const about = { entryId: entry.id, title: titleOf(entry.operation), doneAt: entry.doneAt };
  switch (result?.is) {
    case undefined:
      return { ...about, is: 'undecided' as const, sentence: '系统正忙，这一条还没有办，请再导入一次。' };
    case 'received':
      return { ...about, is: 'received' as const, sentence: nextIn(result.reply) };
    case 'held':
      return { ...about, is: 'held' as const, sentence: result.why };
    case 'refused':
      return { ...about, is: 'refused' as const, sentence: result.problem.message };
  }
}

/** Most operations say what happens next. */
const nextIn = (reply: unknown): string =>
  typeof reply === 'object' && reply !== null && 'next' in reply && typeof reply.next === 'string'
    ? reply.next
    : '已办理。';

function countsOf(lines: readonly { is: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { is } of lines) counts[is] = (counts[is] ?? 0) + 1;
  return counts;
}
