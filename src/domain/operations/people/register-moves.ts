import * as z from 'zod';
import { command, query } from '../operation';
import {
  count,
  cursor,
  day,
  divisionCode,
  givenLine,
  householdId,
  id,
  instant,
  optionalLine,
  page,
  pageSize,
  personId,
  reason,
  typedIdNumber,
  typedName,
  villageCode,
} from '../shapes';

/** Moves between villages, and what happens inside a household: splitting, joining, heads, births, deaths. */

const version = z.int().positive().meta({ title: '版本' });
const transferId = id('迁移编号');
const transferState = z.enum(['asked', 'done', 'refused', 'withdrawn']);

/** People (or a whole household) ask to move; the village they are registered in now decides. Its own people move at once. */
export const requestTransfer = command({
  name: 'register.requestTransfer',
  title: '申请村间迁移',
  verb: 'register.transfer',
  input: z.strictObject({
    personIds: z.array(personId).max(50, '一次最多50人').default([]),
    /** Of somebody registered elsewhere, whose row the one who asks cannot see: read from his card. */
    idNumber: typedIdNumber.optional(),
    toVillage: villageCode,
    /** The household they join; without it they make a new one. */
    toHousehold: householdId.optional(),
    reason,
  }),
  output: z.strictObject({
    transferId: z.string(),
    /** 'done' when the one who asks also answers for the village they leave. */
    state: transferState,
  }),
});

export const transfers = query({
  name: 'register.transfers',
  title: '查看村间迁移',
  verb: 'register.transfer',
  discloses: true,
  input: z.strictObject({
    /** 'toDecide': from my villages, waiting for me; 'asked': into my villages. */
    side: z.enum(['toDecide', 'asked']).default('toDecide'),
    state: transferState.default('asked'),
    /** Only those that should have been answered by now: town and county answer them for the village. */
    overdue: z.boolean().default(false).meta({ title: '只看超期未答复' }),
    cursor,
    limit: pageSize(20, 100),
  }),
  output: page(
    z.strictObject({
      transferId: z.string(),
      state: transferState,
      people: z.array(z.strictObject({ personId: z.string(), name: z.string(), idMasked: z.string() })),
      fromVillage: z.string(),
      toVillage: z.string(),
      reason: z.string(),
      askedBy: z.string(),
      askedAt: instant,
      answerUntil: day,
      /** Nobody has answered in time. */
      overdue: z.boolean(),
      answer: z.string(),
      decidedBy: z.string(),
      decidedAt: instant.nullable(),
    })
  ),
});

export const decideTransfer = command({
  name: 'register.decideTransfer',
  title: '答复村间迁移',
  verb: 'register.transfer',
  input: z.strictObject({ transferId, consent: z.boolean(), reason }),
  output: z.strictObject({ state: transferState, moved: count }),
});

export const withdrawTransfer = command({
  name: 'register.withdrawTransfer',
  title: '撤回村间迁移',
  verb: 'register.transfer',
  input: z.strictObject({ transferId, reason }),
  output: z.strictObject({ state: transferState }),
});

export const splitHousehold = command({
  name: 'register.splitHousehold',
  title: '分户',
  verb: 'register.correct',
  input: z.strictObject({
    householdId,
    version,
    personIds: z.array(personId).min(1, '请至少选一人').max(50, '一次最多50人'),
    headPersonId: personId,
    householdNo: optionalLine('户号', 20),
    houseNo: optionalLine('门牌号', 40),
    address: optionalLine('住址', 100),
    /** Relation of each to the new head, relation_short; the head is 0. */
    relations: z.record(personId, z.string().regex(/^\d$/, '请选择与户主关系')),
    reason,
  }),
  output: z.strictObject({ householdId: z.string(), version }),
});

export const joinHouseholds = command({
  name: 'register.joinHouseholds',
  title: '并户',
  verb: 'register.correct',
  input: z.strictObject({
    into: z.strictObject({ householdId, version }),
    from: z.strictObject({ householdId, version }),
    relations: z.record(personId, z.string().regex(/^\d$/, '请选择与户主关系')),
    reason,
  }),
  output: z.strictObject({ householdId: z.string(), version, moved: count }),
});

export const changeHead = command({
  name: 'register.changeHead',
  title: '户主变更',
  verb: 'register.correct',
  input: z.strictObject({
    householdId,
    version,
    headPersonId: personId,
    /** New relations of the others; those left out keep theirs, the old head becomes 9 unless said. */
    relations: z.record(personId, z.string().regex(/^[1-9]$/, '户主只能有一人')),
    reason,
  }),
  output: z.strictObject({ householdId: z.string(), version }),
});

/** Households in which people live and nobody is the head: he died, left, or was never named. The town names a new one. */
export const withoutHead = query({
  name: 'register.withoutHead',
  title: '查看没有户主的户',
  verb: 'person.list',
  discloses: true,
  input: z.strictObject({ divisionCode, cursor, limit: pageSize(20, 100) }),
  output: page(
    z.strictObject({
      householdId: z.string(),
      villageName: z.string(),
      groupName: z.string(),
      householdNo: z.string(),
      houseNo: z.string(),
      /** Who was the head last; '' where nobody ever was. */
      formerHead: z.string(),
      /** Those who could be. */
      members: z.array(z.string()),
    })
  ),
});

/** A newborn joins the household; without a number under a temporary identity. */
export const recordBirth = command({
  name: 'register.recordBirth',
  title: '登记出生',
  verb: 'register.correct',
  input: z.strictObject({
    householdId,
    name: typedName,
    sex: z.enum(['1', '2']).meta({ title: '性别' }),
    birthDate: day,
    relation: z
      .string()
      .regex(/^[1-9]$/, '请选择与户主关系')
      .meta({ title: '与户主关系' }),
    ethnic: z
      .string()
      .regex(/^\d{2}$/, '请选择民族')
      .meta({ title: '民族' }),
    idNumber: typedIdNumber.optional(),
    reason,
  }),
  output: z.strictObject({ personId: z.string(), idMasked: z.string(), temporary: z.boolean() }),
});

/** Closes the person; the row stays. Needs a date and a witness, and a new head when the head died. */
export const recordDeath = command({
  name: 'register.recordDeath',
  title: '登记死亡',
  verb: 'register.correct',
  input: z.strictObject({
    personId,
    version,
    diedOn: day,
    witness: givenLine('证明人', 40),
    newHeadPersonId: personId.optional(),
    reason,
  }),
  output: z.strictObject({ personId: z.string(), version, headMissing: z.boolean() }),
});

export const moving = [
  requestTransfer,
  transfers,
  decideTransfer,
  withdrawTransfer,
  splitHousehold,
  joinHouseholds,
  changeHead,
  withoutHead,
  recordBirth,
  recordDeath,
];
