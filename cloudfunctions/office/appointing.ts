import { type Actor, type Role, roles } from '@/domain/access';
import { fitsRole, levelsOf, mayAppoint } from '@/domain/access/appoint';
import { Problem } from '@/domain/problem';
import { knownPlace } from '../runtime/places';
import type { CountySettings } from '../runtime/services';
import type { Db } from '../store/port';
import { countyOfficers } from '../store/queries/office/posts';

/** Who may appoint whom, and how wide. Errors: account.role, account.reach, division.unknown. */
export function checkAppointment(actor: Actor, county: CountySettings, role: Role, scopes: readonly string[]): void {
  checkAppointer(actor, role);
  const fits = scopes.every((code) => fitsRole(role, knownPlace(county, code).level));
  if (!fits) throw new Problem('account.reach', { role: roles[role], level: levelsOf(role) });
}

/** Errors: account.role. */
export function checkAppointer(actor: Actor, role: Role): void {
  if (!mayAppoint(actor.role, role)) throw new Problem('account.role', { role: roles[role] });
}

/** Somebody must be left who can let others in. Errors: account.lastOfficer. */
export async function keepAnOfficer(db: Db, countyCode: string, leaving: string, today: string): Promise<void> {
  const officers = await countyOfficers(db, countyCode, today);
  if (officers.includes(leaving) && officers.length === 1) throw new Problem('account.lastOfficer');
}
