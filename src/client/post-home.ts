import type { Role } from '@/domain/access';
import { atDesk } from '@/platform/device/desk';
import type { RouteName } from '@/routes';
import { currentAccount } from './account';

/** The first page of each post on a phone. */
const homes: Record<Role, RouteName> = {
  resident: 'residentHome',
  enumerator: 'enumeratorDay',
  supervisor: 'officeHome',
  committee: 'committeeHome',
  town: 'officeHome',
  county: 'officeHome',
  inspector: 'officeHome',
  liaison: 'officeHome',
  auditor: 'officeHome',
  keeper: 'officeHome',
};

/** Where the person who is signed in begins, by the post he is in; the offices at a desk in the console. */
export function homeOf(): RouteName {
  const home = homes[currentAccount()?.role ?? 'resident'];
  return home === 'officeHome' && atDesk() ? 'console' : home;
}
