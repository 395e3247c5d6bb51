import type { Account } from '@/client/account';
import { open } from '@/client/navigate';

interface Step {
  name: string;
  words: string;
  go: () => void;
}

/** The one thing a resident should do next: agree, say who he is, declare, then whoever of the family is missing. */
export function nextStep(account: Account): Step {
  if (account.consent.agreed !== account.consent.wanted) {
    return { name: 'to-consent', words: '阅读告知书，开始填报', go: () => open('consent') };
  }
  if (account.persons.length === 0) return { name: 'to-bind', words: '核对身份', go: () => open('bindSelf') };
  const missing = account.persons.find(({ collectState }) => collectState === 'due' || collectState === 'returned');
  if (missing === undefined) return { name: 'to-family', words: '替家人填报', go: () => open('addFamily') };
  const whom = missing.relation === 'self' ? '自己' : missing.name;
  return { name: 'to-declare', words: `为${whom}填报`, go: () => open('declare', { person: missing.personId }) };
}
