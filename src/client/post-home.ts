import type { Role } from '@/domain/access';
import type { RouteName } from '@/routes';
import { currentAccount } from './account';

/** The first page of each post. */
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

/** Where the person who is signed in begins, by the post he is in. */
export const homeOf = (): RouteName => homes[currentAccount()?.role ?? 'resident'];
