import type { Actor } from '@/domain/access';
import { householdStanding } from '@/domain/campaign/household';
import { codeLabel } from '@/domain/codes';
import { maskName } from '@/domain/identity';
import { placeName } from '../runtime/places';
import type { CountySettings } from '../runtime/services';
import type { OwnHouseholdRow } from '../store/queries/household/choices';
import type { SelfWindow } from './window';

/** A household as one of it sees it: himself and those he answers for by name, the others covered. */
export function ownHousehold(row: OwnHouseholdRow, actor: Actor, window: SelfWindow, county: CountySettings) {
  const { householdId, groupName, householdNo, mode, chosenAt, members } = row;
  const left = members.filter(({ state }) => state === 'due' || state === 'returned').length;
  return {
    householdId,
    villageName: row.villageCode === null ? '' : placeName(county, row.villageCode),
    groupName,
    householdNo,
    mode,
    standing: householdStanding({ chosen: mode, left }, window.closesOn, window.today),
    chosenAt,
    members: members.map(({ personId, name, relation, state }) => {
      const isMine = actor.personIds.includes(personId);
      return {
        personId: isMine ? personId : null,
        name: isMine ? name : maskName(name),
        relationLabel: codeLabel('relation_short', relation) ?? '',
        collectState: state,
      };
    }),
  };
}
