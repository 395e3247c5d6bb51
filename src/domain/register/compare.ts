import { codeLabel } from '../codes';
import { withinOneEdit } from '../identity';
import type { EditionChange, RowOutcome, RowReason } from './outcomes';
import type { RegisterRow } from './row';

/** Somebody of the register whom a row may be about. */
export interface KnownPerson {
  personId: string;
  nameKey: string;
  birthDate: string | null;
  householdKey: string | null;
  villageCode: string | null;
  /** True while he has no usable number. */
  temporary: boolean;
  inRegister: boolean;
  /** What the register last said: the part about his place, and the rest; '' before any register named him. */
  placeDigest: string;
  restDigest: string;
  /** The line of this very file that named him, when one did. */
  line: number | undefined;
}

export interface RowFacts {
  row: Pick<RegisterRow, 'nameKey' | 'birthDate' | 'idNumber' | 'idDoubt' | 'status'>;
  householdKey: string | null;
  villageCode: string | null;
  placeDigest: string;
  restDigest: string;
  doubts: readonly RowReason[];
}

/** What to do with a row, and how it is counted. `about` is the line that named the same person before. */
export type Judgement =
  | { act: 'add'; temporary: boolean; outcome: RowOutcome; reason?: RowReason; rival?: string }
  | { act: 'update'; personId: string; joins: boolean; place: boolean; outcome: RowOutcome; reason?: RowReason }
  | { act: 'seen'; personId: string; outcome: RowOutcome; reason?: RowReason; change?: EditionChange }
  | { act: 'none'; outcome: RowOutcome; reason: RowReason; about?: number };

/**
 * One number is one person. A row whose number is somebody's already never overwrites a different name: it is kept
 * under a temporary identity and a human decides.
 * @param owner who has the number (for an old number: its form of eighteen digits)
 * @param temporaries people without a number, of the same name and birth date
 */
export function judge(facts: RowFacts, owner: KnownPerson | undefined, temporaries: readonly KnownPerson[]): Judgement {
  const same = owner?.nameKey === facts.row.nameKey ? owner : undefined;
  if (same !== undefined) return judgeKnown(facts, same);
  const temporary = temporaryOf(facts, temporaries);
  if (temporary?.line !== undefined) return twice(temporary.line);
  if (temporary !== undefined) return judgeKnown(facts, temporary, owner);
  if (facts.row.status !== 'here') return { act: 'none', outcome: 'refused', reason: 'alreadyGone' };
  if (owner !== undefined && facts.row.idNumber !== '') return judgeRival(facts, owner);
  const reason = facts.doubts[0];
  return {
    act: 'add',
    temporary: facts.row.idNumber === '',
    outcome: reason === undefined ? 'added' : 'doubtful',
    ...(reason === undefined ? {} : { reason }),
  };
}

/** @param rival somebody of another name who has the number: it cannot be given to this one as well */
function judgeKnown(facts: RowFacts, known: KnownPerson, rival?: KnownPerson): Judgement {
  if (known.line !== undefined) return twice(known.line);
  const { personId } = known;
  if (facts.row.status === 'died')
    return { act: 'seen', personId, outcome: 'doubtful', reason: 'deadInRegister', change: 'died' };
  if (facts.row.status === 'left')
    return { act: 'seen', personId, outcome: 'doubtful', reason: 'movedOut', change: 'left' };
  const place = known.placeDigest !== facts.placeDigest;
  const numbered = known.temporary && facts.row.idNumber !== '';
  const joins = numbered && rival === undefined;
  if (!place && known.restDigest === facts.restDigest && known.inRegister)
    return { act: 'seen', personId, outcome: 'unchanged' };
  const doubt = joins ? undefined : facts.doubts.find((one) => one !== facts.row.idDoubt);
  const reason = numbered && !joins ? ('numberTwice' as const) : doubt;
  return {
    act: 'update',
    personId,
    joins,
    place,
    outcome: reason === undefined ? 'updated' : 'doubtful',
    ...(reason === undefined ? {} : { reason }),
  };
}

/** Same number, another name. One character or the same household is a spelling to look at; else two people claim it. */
function judgeRival(facts: RowFacts, owner: KnownPerson): Judgement {
  const near = withinOneEdit(owner.nameKey, facts.row.nameKey);
  const sameHome = facts.householdKey !== null && facts.householdKey === owner.householdKey && owner.line === undefined;
  if (near || sameHome) {
    if (owner.line !== undefined) return { act: 'none', outcome: 'doubtful', reason: 'nameDiffers', about: owner.line };
    return { act: 'seen', personId: owner.personId, outcome: 'doubtful', reason: 'nameDiffers' };
  }
  return { act: 'add', temporary: true, outcome: 'doubtful', reason: 'numberTwice', rival: owner.personId };
}

const twice = (line: number): Judgement => ({ act: 'none', outcome: 'doubtful', reason: 'twiceInFile', about: line });

/**
 * The temporary identity a row is about: the one of which the register said the very same, else the only one in the
 * same household, else the only one in the same village. Without a birth date only the first will do.
 */
function temporaryOf(facts: RowFacts, temporaries: readonly KnownPerson[]): KnownPerson | undefined {
  const fitting = temporaries.filter(
    ({ nameKey, birthDate }) => nameKey === facts.row.nameKey && birthDate === facts.row.birthDate
  );
  const exact = fitting.filter(
    ({ restDigest, placeDigest }) => restDigest === facts.restDigest && placeDigest === facts.placeDigest
  );
  if (exact.length > 0) return exact[0];
  if (facts.row.birthDate === null) return undefined;
  const free = fitting.filter(({ line }) => line === undefined);
  const home = free.filter(({ householdKey }) => facts.householdKey !== null && householdKey === facts.householdKey);
  if (home.length === 1) return home[0];
  const village = free.filter(({ villageCode }) => facts.villageCode !== null && villageCode === facts.villageCode);
  return home.length === 0 && village.length === 1 && facts.row.idNumber !== '' ? village[0] : undefined;
}

/** What an update changed, in words a person can read: “民族：水族 → 布依族”. Never numbers or phones. */
export function describeChanges(
  before: Readonly<Partial<Record<ShownField, string | null>>>,
  after: Readonly<Partial<Record<ShownField, string | null>>>,
  placeName: (code: string) => string
): string[] {
  const shown = (field: ShownField, value: string | null | undefined): string => {
    if (value === null || value === undefined || value === '') return '（空）';
    if (field === 'village') return placeName(value);
    const list = lists[field];
    return list === undefined ? value : (codeLabel(list, value) ?? value);
  };
  return (Object.keys(shownFields) as ShownField[]).flatMap((field) => {
    const [was, is] = [before[field] ?? '', after[field] ?? ''];
    return was === is ? [] : [`${shownFields[field]}：${shown(field, was)} → ${shown(field, is)}`];
  });
}

const shownFields = {
  name: '姓名',
  village: '村（居）',
  group: '组（寨）',
  relation: '与户主关系',
  ethnic: '民族',
  hukouNature: '户口性质',
  sex: '性别',
  birthDate: '出生日期',
  household: '户',
} as const;

export type ShownField = keyof typeof shownFields;

const lists: Partial<Record<ShownField, 'relation_short' | 'ethnic' | 'hukou_nature' | 'sex'>> = {
  relation: 'relation_short',
  ethnic: 'ethnic',
  hukouNature: 'hukou_nature',
  sex: 'sex',
};
