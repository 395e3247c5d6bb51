import type { Role } from '@/domain/access';
import type { County, SeatName } from '../support/county';

/** One typical call of an operation, about something in the home village. */
export interface Sample {
  /**
   * What the call concerns, as the operation states it: nothing but the caller himself, one person (for residents: 韦小明),
   * or a place.
   */
  concerns: 'own' | 'person' | 'place';
  /** Prepares what the call is about and answers its input. */
  input: (county: County) => unknown | Promise<unknown>;
}

export type Samples = Readonly<Record<string, Sample>>;

export const own = (input: Sample['input'] | object = {}): Sample => ({ concerns: 'own', input: asFunction(input) });
export const onPerson = (input: Sample['input'] | object): Sample => ({ concerns: 'person', input: asFunction(input) });
export const onPlace = (input: Sample['input'] | object): Sample => ({ concerns: 'place', input: asFunction(input) });

const asFunction = (input: Sample['input'] | object): Sample['input'] =>
  typeof input === 'function' ? (input as Sample['input']) : () => input;

/** Who of each role has the home village in his scope, and who has not. */
export const seatsOfRole: Readonly<Record<Role, { inside: SeatName; outside: SeatName }>> = {
  resident: { inside: 'resident', outside: 'neighbour' },
  enumerator: { inside: 'enumerator', outside: 'otherEnumerator' },
  supervisor: { inside: 'supervisor', outside: 'otherSupervisor' },
  committee: { inside: 'villageSecretary', outside: 'otherSecretary' },
  town: { inside: 'townOfficer', outside: 'otherTownOfficer' },
  county: { inside: 'countyOfficer', outside: 'otherCountyOfficer' },
  inspector: { inside: 'inspector', outside: 'otherInspector' },
  liaison: { inside: 'liaison', outside: 'otherLiaison' },
  auditor: { inside: 'auditor', outside: 'otherAuditor' },
  keeper: { inside: 'keeper', outside: 'otherKeeper' },
};
