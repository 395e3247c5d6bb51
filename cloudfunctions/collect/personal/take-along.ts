import { places } from '@/domain/access';
import { takeAlong as operation } from '@/domain/operations/people/village-bundle';
import { partsOf } from '../../people/scope';
import { handle } from '../../runtime/handle';
import { pageFrom } from '../../runtime/page';
import { answeredBefore } from '../../store/queries/people/village-bundle';
import { formOf } from './open-form';

/** Forms are a few KB each. */
const pageSize = 20;

/** Returned records and those due again, with what was answered last, for the field. */
export const takeAlong = handle(operation, {
  concerns: ({ villageCode }) => places(villageCode),
  async act({ villageCode, cursor }, context) {
    const { actor, db, note } = context;
    const filter = { county: actor.countyCode, village: villageCode, parts: partsOf(actor, villageCode) };
    const rows = await answeredBefore(db, filter, cursor ?? '', pageSize + 1);
    const page = pageFrom(rows, pageSize, ({ person_id }) => person_id);
    const forms = [];
    for (const { person_id } of page.items) forms.push(await formOf(person_id, context));
    note({ details: { people: forms.length } });
    return { items: forms.filter((form) => form !== undefined), next: page.next };
  },
});
