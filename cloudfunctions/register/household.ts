import { places } from '@/domain/access';
import { partsOfPerson } from '@/domain/campaign/parts';
import { household as operation } from '@/domain/operations/people/register';
import { Problem } from '@/domain/problem';
import { villageOf } from '../people/villages';
import { dayInChina } from '../runtime/clock';
import { handle } from '../runtime/handle';
import { findHousehold } from '../store/queries/people/households';
import { membersOf } from '../store/queries/people/village-people';
import { personLine } from './person-line';

/** One household with everyone in it, the head first. */
export const household = handle(operation, {
  async concerns({ householdId }, { actor, db }) {
    const found = await findHousehold(db, actor.countyCode, householdId);
    if (found === undefined) throw nobody();
    const standing = { groupName: found.group_name, oldVillageCode: found.old_village_code };
    return { ...places(found.village_code ?? actor.countyCode), parts: partsOfPerson(standing) };
  },
  async act({ householdId }, { actor, db, now, services, note }) {
    const found = await findHousehold(db, actor.countyCode, householdId);
    if (found === undefined) throw nobody();
    const members = await membersOf(db, actor.countyCode, householdId);
    note({ subject: householdId, details: { people: members.length } });
    return {
      householdId,
      village: villageOf(services.county, found.village_code),
      groupName: found.group_name,
      householdNo: found.household_no,
      houseNo: found.house_no,
      address: found.address,
      headPersonId: found.head_person_id,
      version: found.version,
      members: members.map((row) => personLine(row, actor.role, dayInChina(now))),
    };
  },
});

const nobody = () => new Problem('found.nothing', { what: '这一户' });
