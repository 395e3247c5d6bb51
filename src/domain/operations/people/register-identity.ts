import * as z from 'zod';
import { duplicateKinds } from '../../register/duplicates';
import { command, query } from '../operation';
import {
  count,
  cursor,
  day,
  divisionCode,
  id,
  instant,
  page,
  pageSize,
  personId,
  reason,
  typedIdNumber,
} from '../shapes';

/** One identity number, one person: likely doubles, merging, taking a merge back, and numbers that come later. */

const version = z.int().positive().meta({ title: '版本' });
const caseId = id('重复编号');
const kind = z.enum(Object.keys(duplicateKinds) as (keyof typeof duplicateKinds)[]);
const caseState = z.enum(['open', 'merged', 'distinct']);

/** One side of a comparison. Masked; the numbers themselves take a reason and are shown elsewhere. */
const side = z.strictObject({
  personId: z.string(),
  version,
  name: z.string(),
  sex: z.string(),
  birthDate: day.nullable(),
  idType: z.string(),
  idMasked: z.string(),
  phoneMasked: z.string(),
  villageName: z.string(),
  householdNo: z.string(),
  headName: z.string(),
  origin: z.string(),
  collectState: z.string(),
  inRegister: z.boolean(),
  mergedInto: z.string().nullable(),
});

const duplicate = z.strictObject({
  caseId: z.string(),
  kind,
  state: caseState,
  /** Why the two are thought to be one: sentences. */
  evidence: z.array(z.string()),
  placeName: z.string(),
  a: side,
  b: side,
  decidedBy: z.string(),
  decidedAt: instant.nullable(),
  reason: z.string(),
});

export const duplicates = query({
  name: 'register.duplicates',
  title: '查看重复待核实',
  verb: 'register.correct',
  discloses: true,
  input: z.strictObject({
    divisionCode,
    kind: kind.optional(),
    state: caseState.default('open'),
    cursor,
    limit: pageSize(20, 100),
  }),
  output: page(duplicate),
});

/** Looks for likely doubles in the whole county as background work; open cases are not opened twice. */
export const findDuplicates = command({
  name: 'register.findDuplicates',
  title: '查找重复人员',
  verb: 'register.import',
  input: z.strictObject({}),
  output: z.strictObject({ jobId: z.string(), alreadyRunning: z.boolean() }),
});

/** The kept person takes what the other has and he has not; the other stays readable and can come back. */
export const mergePersons = command({
  name: 'register.mergePersons',
  title: '合并重复人员',
  verb: 'register.correct',
  input: z.strictObject({
    keep: z.strictObject({ personId, version }),
    drop: z.strictObject({ personId, version }),
    caseId: caseId.optional(),
    reason,
  }),
  output: z.strictObject({ mergeId: z.string(), keptVersion: version }),
});

export const keepDistinct = command({
  name: 'register.keepDistinct',
  title: '确认不是同一人',
  verb: 'register.correct',
  input: z.strictObject({ caseId, reason }),
  output: z.strictObject({ caseId: z.string(), state: caseState }),
});

/**
 * Both people stand again as they were; what happened to the kept one since then stays with him. `told` says in
 * sentences what could not be put back as it was.
 */
export const unmergePersons = command({
  name: 'register.unmergePersons',
  title: '撤销合并',
  verb: 'register.correct',
  input: z.strictObject({ mergeId: id('合并编号'), reason }),
  output: z.strictObject({ keptId: z.string(), restoredId: z.string(), told: z.array(z.string()) }),
});

/**
 * A temporary identity gets its number. When the number is another person's already, nothing changes and a
 * duplicate case says so.
 */
export const joinIdentity = command({
  name: 'register.joinIdentity',
  title: '补录身份证号',
  verb: 'register.correct',
  discloses: true,
  input: z.strictObject({
    personId,
    version,
    /** 'given': the number in `idNumber`; 'upgraded': the 18-digit form of the old number kept from the register. */
    from: z.enum(['given', 'upgraded']).default('given'),
    idNumber: typedIdNumber.optional(),
    reason,
  }),
  output: z.strictObject({
    outcome: z.enum(['joined', 'taken']),
    idMasked: z.string(),
    version,
    caseId: z.string().nullable(),
  }),
});

/** People without a usable number, for the county, a town or a village. */
export const temporaryIdentities = query({
  name: 'register.temporaryIdentities',
  title: '查看临时身份人员',
  verb: 'register.correct',
  discloses: true,
  input: z.strictObject({ divisionCode, cursor, limit: pageSize(50, 200) }),
  output: page(
    z.strictObject({
      personId: z.string(),
      version,
      name: z.string(),
      sex: z.string(),
      birthDate: day.nullable(),
      /** The old number in today's form, masked, when the register had a 15-digit one. */
      upgradedMasked: z.string(),
      why: z.string(),
      villageName: z.string(),
      headName: z.string(),
    })
  ),
});

/** What happened to a person in the register: imports, corrections, merges, moves. Newest first. */
export const registerHistory = query({
  name: 'register.history',
  title: '查看名册变动',
  verb: 'person.read',
  discloses: true,
  input: z.strictObject({ personId, cursor, limit: pageSize(50, 200) }),
  output: page(
    z.strictObject({
      at: instant,
      act: z.string(),
      title: z.string(),
      by: z.string(),
      reason: z.string(),
      /** Lines such as “村（居）：中海村 → 大坝村”. */
      changes: z.array(z.string()),
    })
  ),
});

/** Merges that can be taken back. */
export const merges = query({
  name: 'register.merges',
  title: '查看合并记录',
  verb: 'register.correct',
  discloses: true,
  input: z.strictObject({ divisionCode, cursor, limit: pageSize(20, 100) }),
  output: page(
    z.strictObject({
      mergeId: z.string(),
      kept: z.strictObject({ personId: z.string(), name: z.string(), idMasked: z.string() }),
      dropped: z.strictObject({ personId: z.string(), name: z.string(), idMasked: z.string() }),
      at: instant,
      by: z.string(),
      reason: z.string(),
      undoneAt: instant.nullable(),
    })
  ),
});

export const duplicateCounts = query({
  name: 'register.duplicateCounts',
  title: '查看重复待核实数量',
  verb: 'register.correct',
  input: z.strictObject({ divisionCode }),
  output: z.strictObject({ open: z.array(z.strictObject({ kind, title: z.string(), cases: count })) }),
});

export const identifying = [
  duplicates,
  duplicateCounts,
  findDuplicates,
  mergePersons,
  keepDistinct,
  unmergePersons,
  merges,
  joinIdentity,
  temporaryIdentities,
  registerHistory,
];
