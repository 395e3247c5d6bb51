import { consentText } from '../../../src/domain/campaign/consent';
import type { Answers } from '../../../src/domain/form';
import { creditCheckDigit, organisationCheckDigit } from '../../../src/domain/identity';
import { openForm, type Receipt, submitRecord } from '../../../src/domain/operations/collecting/collect';
import { jobless, labourer } from '../../domain/forms/people';
import { type County, newRequestId } from './index';
import { home, type PersonName, personIdOf } from './people';
import type { SeatName } from './staff';

/** What a resident answers; the register says the rest. */
export const working: Answers = { ...labourer, confirmed: true };
export const outOfWork: Answers = { ...jobless, confirmed: true };
/** What an enumerator adds at the door. */
export const atTheDoor: Answers = { outcome: '01', guide: '示例村支书', confirmed: true };
export const child: Answers = {
  populationClass: '01',
  homeSame: true,
  health: '1',
  poorRegistered: false,
  relocated: false,
  landLost: false,
  confirmed: true,
};

export interface Sending {
  answers?: Answers;
  submissionId?: string;
  baseVersion?: number;
  formVersion?: number;
  mode?: 'visit' | 'phone';
  reasons?: Record<string, string>;
  consentVersion?: string;
  collectedAt?: string;
}

/** The input of a submission as the phone would send it now. */
export const submission = (county: County, who: PersonName | string, sending: Sending = {}) => ({
  submissionId: sending.submissionId ?? newRequestId(),
  personId: who.includes('_') ? who : personIdOf(who as PersonName),
  formVersion: sending.formVersion ?? 1,
  baseVersion: sending.baseVersion ?? 0,
  answers: sending.answers ?? working,
  reasons: sending.reasons ?? {},
  ...(sending.mode === undefined ? {} : { mode: sending.mode }),
  consentVersion: sending.consentVersion ?? consentText.version,
  collectedAt: sending.collectedAt ?? county.clock.now().toISOString(),
});

/** Somebody sends a form, based on what stands now. */
export async function send(county: County, seat: SeatName, who: PersonName, sending: Sending = {}): Promise<Receipt> {
  const seated = county.as(seat);
  const { live } = await seated.call(openForm, { personId: personIdOf(who) });
  return seated.call(submitRecord, submission(county, who, { baseVersion: live?.version ?? 0, ...sending }));
}

/** A made-up credit code with right check digits, made when the test runs. */
export function creditCode(organisation = '99999999', kind = '91'): string {
  const seventeen = `${kind}522732${organisation}${organisationCheckDigit(organisation)}`;
  return seventeen + creditCheckDigit(seventeen);
}

export const factory = (): Answers => ({
  uscc: creditCode(),
  name: '三都示例服装有限公司',
  unitType: '10',
  economicType: '173',
  industry: '18',
  mainProduct: '生产服装',
  status: '1',
  legalName: '潘示例',
  contactName: '韦示例',
  contactPhone: '13800138000',
  address: '示例路1号',
  village: home,
  asOf: '2017-12-31',
  total: 60,
  cContract: 55,
  cDispatch: 3,
  cOther: 0,
  cStudent: 0,
  cPension: 2,
  female: 35,
  local: 48,
  rural: 45,
  poor: 12,
  disabled: 1,
  contractSigned: 52,
  insPension: 40,
  insUnemp: 40,
  insInjury: 55,
  siNo: 'SL0001',
  avgPay: 3200,
  short: true,
  shortTotal: 10,
  shortReason: ['1'],
  posts: [{ name: { text: '缝纫工' }, count: 10, payFrom: 3000, payTo: 4500, validTo: '2018-06-30' }],
  filler: '韦示例',
  fillerPhone: '13800138000',
  seal: true,
});
