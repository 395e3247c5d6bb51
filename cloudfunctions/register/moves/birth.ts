import { isCode } from '@/domain/codes';
import { recordBirth as operation } from '@/domain/operations/people/register-moves';
import { Problem } from '@/domain/problem';
import { addToCounty } from '../../people/add';
import { readIdentity } from '../../people/identity';
import { dayInChina } from '../../runtime/clock';
import { handle } from '../../runtime/handle';
import { editionOf, placeName } from '../../runtime/places';
import { findByIdIndex } from '../../store/queries/people/people';
import { lockPeople, membersOf } from '../../store/queries/register/register-people';
import { tell } from '../identity/event';
import { concernOfHousehold, householdOf } from '../identity/scope';

/** A newborn joins the household, with a number or under a temporary identity. Errors: person.duplicateId. */
export const recordBirth = handle(operation, {
  concerns: ({ householdId }, context) => concernOfHousehold(context, householdId),
  async act(input, context) {
    const { db, actor, now, services } = context;
    if (!isCode('ethnic', input.ethnic)) throw new Problem('call.invalid', { field: '民族', reason: '不是可选的值' });
    const household = await householdOf(context, input.householdId);
    if ((await membersOf(db, actor.countyCode, input.householdId)).length === 0)
      throw new Problem('register.household', { reason: '这一户已经没有人，请选择孩子现在所在的户。' });
    const identity = readIdentity(
      { ...input, idNumber: input.idNumber ?? null, noNumberReason: '新生儿' },
      dayInChina(now)
    );
    if (identity.idNumber !== null) {
      if (identity.birth_date !== input.birthDate) {
        throw new Problem('person.idNumber', { reason: '号码里的出生日期与所填的不同，请核对。' });
      }
      const indexes = services.secrecy.indexes('idNumber', identity.idNumber);
      if ((await findByIdIndex(db, actor.countyCode, indexes)) !== undefined) throw new Problem('person.duplicateId');
    }
    const where = household.village_code === null ? '' : placeName(services.county, household.village_code);
    const { personId } = await addToCounty(
      { db, now, services },
      {
        identity,
        placed: {
          village_code: household.village_code,
          village_edition: editionOf(services.county),
          old_village_code: '',
          group_name: household.group_name,
          placed_by: 'head',
          placed_reason: `出生登记，随这一户归属${where}。`,
          placed_confidence: '1',
          queue: null,
        },
        origin: 'added',
        householdId: input.householdId,
        relation: input.relation,
        ethnic: input.ethnic,
      }
    );
    await tell(context, personId, 'register.birth', input.reason, [`出生日期：${input.birthDate}`]);
    context.note({ subject: personId, reason: input.reason });
    const [added] = await lockPeople(db, actor.countyCode, [personId]);
    return { personId, idMasked: added?.id_masked ?? '', temporary: identity.idNumber === null };
  },
});
