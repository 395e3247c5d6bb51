import { places } from '@/domain/access';
import * as operations from '@/domain/operations/office/quality';
import { Problem } from '@/domain/problem';
import { type Context, handle } from '../runtime/handle';
import { lockRecords, type ReviewedRecord } from '../store/queries/quality/reviews';
import { moveRecords, type Refusal } from './move-records';

interface Chosen {
  recordId: string;
  version: number;
}

/** Review of the supervisor or town: each record by itself, so that one that changed does not hold up the others. */
export const confirmRecords = handle(operations.confirmRecords, {
  concerns: ({ records }, context) => placesOf(records, context),
  act: ({ records }, context) => decide(records, 'confirm', context),
});

/** The county's acceptance; final. */
export const acceptRecords = handle(operations.acceptRecords, {
  concerns: ({ records }, context) => placesOf(records, context),
  act: ({ records }, context) => decide(records, 'accept', context),
});

export const reopenRecord = handle(operations.reopenRecord, {
  concerns: ({ recordId, version }, context) => placesOf([{ recordId, version }], context),
  async act({ recordId, version, reason }, context) {
    const record = await currentRecord({ recordId, version }, context);
    const { refused, state } = await moveRecords([record], 'reopen', reason, context);
    refuse(refused);
    context.note({ subject: record.subjectId, reason, details: { record: recordId } });
    return { recordId, version, state };
  },
});

/** Where the records are; a record that is not there concerns the whole county, so that nobody learns of others' ids. */
export async function placesOf(chosen: readonly Chosen[], { db, actor }: Context) {
  const ids = chosen.map(({ recordId }) => recordId);
  const found = await lockRecords(db, actor.countyCode, ids);
  const codes = new Set(found.map(({ villageCode }) => villageCode));
  return places(...(found.length < new Set(ids).size ? [actor.countyCode] : codes));
}

/** Errors: found.nothing, state.changed. */
export async function currentRecord({ recordId, version }: Chosen, { db, actor }: Context): Promise<ReviewedRecord> {
  const [record] = await lockRecords(db, actor.countyCode, [recordId]);
  if (record === undefined) throw new Problem('found.nothing', { what: '这份记录' });
  if (record.version !== version) throw new Problem('state.changed', { what: '这份记录' });
  return record;
}

/** Errors: state.wrong with the reason in words. */
export function refuse([first]: readonly Refusal[]): void {
  if (first !== undefined) throw new Problem('review.refused', { reason: first.why });
}

async function decide(chosen: readonly Chosen[], act: 'confirm' | 'accept', context: Context) {
  const { db, actor, note } = context;
  const found = await lockRecords(
    db,
    actor.countyCode,
    chosen.map(({ recordId }) => recordId)
  );
  const isCurrent = ({ recordId, version }: ReviewedRecord): boolean =>
    chosen.some((one) => one.recordId === recordId && one.version === version);
  const { moved, refused } = await moveRecords(found.filter(isCurrent), act, '', context);
  const why = new Map(refused.map((one) => [one.recordId, one.why]));
  const done = new Set(moved.map(({ recordId }) => recordId));
  const records = chosen.map(({ recordId }) => ({
    recordId,
    done: done.has(recordId),
    why: done.has(recordId) ? '' : (why.get(recordId) ?? '这份记录刚刚被改动过，请刷新后再看。'),
  }));
  note({ details: { records: [...done], left: chosen.length - done.size } });
  return { done: done.size, left: chosen.length - done.size, records };
}
