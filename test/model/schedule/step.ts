import * as fc from 'fast-check';

/** Fields that people of a schedule change; the rest of a form stays as the register and the first answers have it. */
export const changing = ['income', 'unitName', 'homeAddress', 'wantDays'] as const;
export type Field = (typeof changing)[number];
export const choices: Readonly<Record<Field, readonly unknown[]>> = {
  income: [3500, 3600, 4200],
  unitName: ['示例服装厂', '示例电子厂', '示例工地'],
  homeAddress: ['示例路1号', '示例路2号', '示例路3号'],
  wantDays: ['2', '3'],
};

/** A storage write that does not go well: the phone dies before or after it, or there is no room. `at` counts from 0. */
export interface WriteFault {
  at: number;
  how: 'before' | 'after' | 'full';
}

/** A statement of the cloud that does not go well: the process dies before or after it, or the store cannot serve. */
export interface StatementFault {
  at: number;
  how: 'before' | 'after' | 'busy';
}

/**
 * What the network does with one call: lost on the way there, its answer lost, delivered now and once more later, or
 * given up by the phone and delivered later.
 */
export type Fate = 'arrives' | 'lost' | 'answerLost' | 'twice' | 'late';

export interface Sending {
  do: 'send';
  phone: number;
  fates: readonly Fate[];
  statement?: StatementFault;
  write?: WriteFault;
}

export type Step =
  | { do: 'fill'; phone: number; person: number; fields: Partial<Record<Field, number>>; write?: WriteFault }
  | { do: 'knock'; phone: number; person: number; outcome: string; write?: WriteFault }
  | { do: 'add'; phone: number; numbered: boolean; write?: WriteFault }
  | { do: 'amend'; phone: number; write?: WriteFault }
  | { do: 'withdraw'; phone: number; write?: WriteFault }
  | Sending
  | { do: 'together'; first: Sending; second: Sending; turns: readonly number[] }
  | { do: 'deliver'; which: number }
  | { do: 'fetch'; phone: number }
  | { do: 'restart'; phone: number }
  | { do: 'reboot'; phone: number }
  | { do: 'setClock'; phone: number; minutes: number }
  | { do: 'wait'; seconds: number }
  | { do: 'endSession'; phone: number }
  | { do: 'signIn'; phone: number }
  | { do: 'lend'; phone: number }
  | { do: 'reassign'; village: number }
  | { do: 'newForm'; expires: boolean }
  | { do: 'giveBack'; person: number }
  | { do: 'choose'; side: 'live' | 'late' };

export const phones = 4;
export const persons = 4;

const phone = fc.nat(phones - 1);
/** Mostly the one whom three of the phones know: there they meet. */
const person = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(persons + 1) });
const maybe = <T>(arb: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arb, { nil: undefined, freq: 3 });
const write = maybe(fc.record({ at: fc.nat(6), how: fc.constantFrom<WriteFault['how']>('before', 'after', 'full') }));
const statement = maybe(
  fc.record({ at: fc.nat(24), how: fc.constantFrom<StatementFault['how']>('before', 'after', 'busy') })
);
const fates = fc.array(fc.constantFrom<Fate>('arrives', 'lost', 'answerLost', 'twice', 'late'), { maxLength: 4 });
const sending: fc.Arbitrary<Sending> = fc.record({ do: fc.constant('send' as const), phone, fates, statement, write });
const fields = fc.record(
  {
    income: fc.nat(2),
    unitName: fc.nat(2),
    homeAddress: fc.nat(2),
    wantDays: fc.nat(1),
  },
  { requiredKeys: [] }
);

const of = <K extends Step['do']>(name: K) => fc.constant(name);
const often = (weight: number, arbitrary: fc.Arbitrary<Step>) => ({ weight, arbitrary });

const step: fc.Arbitrary<Step> = fc.oneof(
  often(10, fc.record({ do: of('fill'), phone, person, fields, write })),
  often(5, fc.record({ do: of('knock'), phone, person, outcome: fc.constantFrom('11', '16', '01'), write })),
  often(3, fc.record({ do: of('add'), phone, numbered: fc.boolean(), write })),
  often(2, fc.record({ do: of('amend'), phone, write })),
  often(1, fc.record({ do: of('withdraw'), phone, write })),
  often(9, sending),
  often(
    4,
    fc.record({ do: of('together'), first: sending, second: sending, turns: fc.array(fc.nat(1), { maxLength: 12 }) })
  ),
  often(3, fc.record({ do: of('deliver'), which: fc.nat(5) })),
  often(3, fc.record({ do: of('fetch'), phone })),
  often(1, fc.record({ do: of('restart'), phone })),
  often(1, fc.record({ do: of('reboot'), phone })),
  often(1, fc.record({ do: of('setClock'), phone, minutes: fc.constantFrom(-1440, -30, -1, 5, 60, 2880) })),
  often(2, fc.record({ do: of('wait'), seconds: fc.constantFrom(1, 5, 60, 400) })),
  often(1, fc.record({ do: of('endSession'), phone })),
  often(1, fc.record({ do: of('signIn'), phone })),
  often(1, fc.record({ do: of('lend'), phone })),
  often(1, fc.record({ do: of('reassign'), village: fc.nat(1) })),
  often(1, fc.record({ do: of('newForm'), expires: fc.boolean() })),
  often(1, fc.record({ do: of('giveBack'), person })),
  often(2, fc.record({ do: of('choose'), side: fc.constantFrom<'live' | 'late'>('live', 'late') }))
);

/** One schedule: what happens to the phones, the network and the cloud, in order. */
export const schedule: fc.Arbitrary<Step[]> = fc.array(step, { minLength: 1, maxLength: 20, size: 'max' });
