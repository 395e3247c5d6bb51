import { own } from '@/domain/access';
import { formNamed } from '@/domain/forms';
import { returnedToMe as operation } from '@/domain/operations/office/quality';
import { handle } from '../runtime/handle';
import { pageFrom } from '../runtime/page';
import { placeName } from '../runtime/places';
import { returnedTo } from '../store/queries/quality/reviews';

/** What has to be done again, with what is wrong field by field, in the words of the form. */
export const returnedToMe = handle(operation, {
  concerns: () => own,
  async act({ cursor, limit }, { db, actor, now, services }) {
    const { accountId, postId, role } = actor;
    const wanted = { accountId, postId, byLease: role === 'enumerator', now, before: cursor, limit: limit + 1 };
    const rows = await returnedTo(db, actor.countyCode, wanted);
    const { items, next } = pageFrom(rows, limit, (row) => row.returnId);
    return {
      items: items.map(({ returnId: _, ...row }) => ({
        ...row,
        villageName: placeName(services.county, row.villageCode),
        comments: row.comments.map(({ field, text }) => ({ field, text, label: labelOf(row.formId, field) })),
      })),
      next,
    };
  },
});

const labelOf = (formId: string, field: string): string => formNamed(formId)?.fields[field]?.label ?? field;
