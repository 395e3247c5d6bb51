import { linkedPages } from '@/domain/campaign/links';
import { formNamed } from '@/domain/forms';
import { localDay } from '@/domain/identity';
import { returnRecord as operation } from '@/domain/operations/office/quality';
import { Problem } from '@/domain/problem';
import { spokenDay } from '../notice/words';
import { type Context, handle } from '../runtime/handle';
import { newId } from '../runtime/ids';
import type { Services } from '../runtime/services';
import { wechatOf } from '../store/queries/office/posts';
import { addReturn, holderOf, holderOfVillage, type ReviewedRecord } from '../store/queries/quality/reviews';
import { currentRecord, placesOf, refuse } from './decide';
import { moveRecords } from './move-records';

/** Back to the author with a comment on each field; when his work has gone to somebody else, to him. */
export const returnRecord = handle(operation, {
  concerns: ({ recordId, version }, context) => placesOf([{ recordId, version }], context),
  async act({ recordId, version, reason, comments }, context) {
    const { db, actor, now, note, services, afterCommit } = context;
    const record = await currentRecord({ recordId, version }, context);
    const unknown = comments.find(({ field }) => !Object.hasOwn(formNamed(record.formId)?.fields ?? {}, field));
    if (unknown !== undefined) throw new Problem('call.invalid', { field: '退回意见', reason: '有表里没有的项目' });
    const { refused, state } = await moveRecords([record], 'return', reason, context);
    refuse(refused);
    const to = await receiverOf(record, context);
    await addReturn(db, actor.countyCode, {
      returnId: newId('x', now),
      recordId,
      version,
      villageCode: record.villageCode,
      toAccount: to.accountId,
      toPost: to.postId,
      reason,
      comments,
      returnedBy: actor.accountId,
      returnedName: actor.name,
      now,
    });
    note({
      subject: record.subjectId,
      reason,
      details: { record: recordId, to: to.accountId, fields: comments.map(({ field }) => field) },
    });
    afterCommit(() => tell(services, to.accountId, { reason, day: localDay(now) }));
    return { recordId, version, state, returnedTo: to.name };
  },
});

async function receiverOf(record: ReviewedRecord, { db, actor, now }: Context) {
  const author = { accountId: record.authorAccount, postId: record.authorPost, name: record.authorName };
  // What an officer chose between two answers goes to whoever collects there, like any other work.
  if (record.authorRole === 'resident') return author;
  const { villageCode, authorPost } = record;
  const holder =
    record.formId === 'personal'
      ? await holderOf(db, actor.countyCode, record.subjectId, now)
      : await holderOfVillage(db, actor.countyCode, { villageCode, authorPost, now });
  return holder ?? author;
}

/** The reason is the reviewer's own words, so the edge refuses it when it holds identity; the page shows it in any case. */
async function tell(
  { store, county, edges }: Services,
  accountId: string,
  { reason, day }: { reason: string; day: string }
) {
  const openid = await store.read((db) => wechatOf(db, county.countyCode, accountId));
  if (openid === undefined) return;
  const data = { matter: '就业信息填报', reason, date: spokenDay(day) };
  await edges.messages.send({ accountId, openid, template: 'returned', page: linkedPages.home, data });
}
