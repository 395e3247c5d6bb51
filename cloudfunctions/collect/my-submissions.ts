import { own } from '@/domain/access';
import { mySubmissions as operation } from '@/domain/operations/collecting/collect';
import { handle } from '../runtime/handle';
import { joinKey, pageFrom, splitMoment } from '../runtime/page';
import { submittedBy } from '../store/queries/records/record-versions';

/** What this account sent, newest first. */
export const mySubmissions = handle(operation, {
  concerns: () => own,
  async act({ cursor, limit }, { actor, db }) {
    const rows = await submittedBy(db, actor.countyCode, actor.accountId, splitMoment(cursor), limit + 1);
    const { items, next } = pageFrom(rows, limit, (row) => joinKey(row.received_at, row.submission_id));
    return {
      items: items.map((row) => ({
        submissionId: row.submission_id,
        receiptNo: row.receipt_no,
        recordId: row.record_id,
        subjectId: row.subject_id,
        formId: row.form_id,
        name: row.name,
        version: row.version,
        state: row.state,
        receivedAt: row.received_at,
      })),
      next,
    };
  },
});
