import * as z from 'zod';
import { clientId } from '../envelope';
import { command, query } from '../operation';
import {
  collectState,
  cursor,
  day,
  givenLine,
  householdId,
  instant,
  nothing,
  optionalLine,
  page,
  pageSize,
  personId,
  typedIdNumber,
  typedName,
  village,
  villageCode,
  withoutIdentity,
} from '../shapes';

/** The register as those who work with it see it: villages, their households and people. */

/** Measure → count, as `campaign/measures` names them (people, due, collected …). */
const counters = z.record(z.string(), z.int());

export const villages = query({
  name: 'register.villages',
  title: '查看负责的村（居）',
  verb: 'person.list',
  input: nothing,
  output: z.strictObject({
    edition: day,
    villages: z.array(
      z.strictObject({
        ...village.shape,
        kind: z.string(),
        /** The groups (组) this post may see; empty means the whole village. */
        parts: z.array(z.string()),
        counters,
      })
    ),
  }),
});

/** A person in a list: identity masked, codes as codes. */
export const personLine = z.strictObject({
  personId: z.string(),
  householdId: z.string().nullable(),
  householdNo: z.string(),
  houseNo: z.string(),
  groupName: z.string(),
  /** relation_short: 0 is the head. */
  relation: z.string(),
  name: z.string(),
  initials: z.string(),
  sex: z.string(),
  birthDate: day.nullable(),
  idMasked: z.string(),
  phoneMasked: z.string(),
  populationClass: z.string(),
  collectState,
  employmentState: z.string(),
  attempts: z.int(),
  lastOutcome: z.string(),
  lastContactAt: instant.nullable(),
  refused: z.boolean(),
  origin: z.enum(['register', 'added', 'declared']),
  version: z.int(),
});
export type PersonLine = z.output<typeof personLine>;

/** Household by household, in order of group and house number. */
export const villagePeople = query({
  name: 'register.villagePeople',
  title: '查看村（居）人员名单',
  verb: 'person.list',
  discloses: true,
  input: z.strictObject({
    villageCode,
    group: optionalLine('村民组', 40),
    states: z.array(collectState).max(6).default([]).meta({ title: '采集状态' }),
    classes: z.array(z.string().max(4)).max(20).default([]).meta({ title: '人口资源分类' }),
    /** Name, pinyin initials, house number, or last four characters of the identity number. */
    text: optionalLine('查找内容', 50),
    cursor,
    limit: pageSize(50, 500),
  }),
  output: page(personLine),
});

export const household = query({
  name: 'register.household',
  title: '查看一户人员',
  verb: 'person.list',
  discloses: true,
  input: z.strictObject({ householdId }),
  output: z.strictObject({
    householdId: z.string(),
    village: village.nullable(),
    groupName: z.string(),
    householdNo: z.string(),
    houseNo: z.string(),
    address: z.string(),
    headPersonId: z.string().nullable(),
    version: z.int(),
    members: z.array(personLine),
  }),
});

export const person = query({
  name: 'register.person',
  title: '查看人员信息',
  verb: 'person.read',
  discloses: true,
  input: z.strictObject({ personId }),
  output: z.strictObject({
    ...personLine.shape,
    ethnic: z.string(),
    hukouNature: z.string(),
    village: village.nullable(),
    placedWhy: z.string(),
    residenceCode: z.string(),
    record: z
      .strictObject({
        recordId: z.string(),
        version: z.int(),
        state: z.string(),
        receiptNo: z.string(),
        mode: z.string(),
        updatedAt: instant,
      })
      .nullable(),
    visits: z.array(
      z.strictObject({
        visitId: z.string(),
        channel: z.enum(['visit', 'phone']),
        outcome: z.string(),
        cadre: z.string(),
        note: z.string(),
        authorName: z.string(),
        appointmentAt: instant.nullable(),
        at: instant,
      })
    ),
  }),
});

/**
 * Someone at the door who is not in the register.
 * - added: kept as a new person of this household
 * - known: this number is already in a village of yours, here is the person
 * - elsewhere: it is in another village; nothing was stored, and that village is named
 */
export const addPerson = command({
  name: 'register.addPerson',
  during: 'collect',
  title: '登记名册外人员',
  verb: 'person.add',
  discloses: true,
  input: z.strictObject({
    /**
     * Made on the phone, so that his form and visits can be filled in before the cloud has him. He is called so when he
     * is new; when the number is known already, later entries of the phone that name this id mean the known person.
     */
    newPersonId: clientId.optional(),
    villageCode,
    /** Absent: a new household is made from group, house number and address, */
    householdId: householdId.optional(),
    /** under this id of the phone, where others of the family are added to it; whoever comes second joins it. */
    newHouseholdId: clientId.optional(),
    groupName: optionalLine('村民组', 40),
    houseNo: optionalLine('门牌号', 40),
    address: optionalLine('住址', 100),
    relation: z.string().regex(/^\d$/, '请选择与户主关系').meta({ title: '与户主关系' }),
    name: typedName,
    idNumber: typedIdNumber.nullable(),
    noNumberReason: optionalLine('没有身份证号的原因', 60),
    sex: z.enum(['1', '2']).optional().meta({ title: '性别' }),
    birthDate: day.optional().meta({ title: '出生日期' }),
    ethnic: z
      .string()
      .regex(/^\d{2}$/, '请选择民族')
      .optional()
      .meta({ title: '民族' }),
    phone: z.string().trim().max(40).optional().meta({ title: '联系电话' }),
  }),
  output: z.strictObject({
    outcome: z.enum(['added', 'known', 'elsewhere']),
    personId: z.string().nullable(),
    householdId: z.string().nullable(),
    village: village.nullable(),
    /** The same name and birth date already stand in this village: a human compares them. */
    doubtful: z.boolean(),
  }),
});

/** Wide and masked: anyone in the county can be found, what is beyond one's scope shows no more than a masked name and the village. */
export const search = query({
  name: 'register.search',
  title: '全县查找人员',
  verb: 'person.search',
  discloses: true,
  input: z.strictObject({
    /** A whole identity number or a name of two characters and more. */
    text: givenLine('查找内容', 60).min(2, '请至少输入两个字'),
    reason: withoutIdentity(optionalLine('查找原因', 60)),
  }),
  output: z.strictObject({
    by: z.enum(['idNumber', 'name']),
    items: z.array(
      z.strictObject({
        /** Null beyond one's scope. */
        personId: z.string().nullable(),
        name: z.string(),
        idMasked: z.string(),
        sex: z.string(),
        birthYear: z.string(),
        collectState,
        village: village.nullable(),
        inScope: z.boolean(),
      })
    ),
    /** More were found than are shown: a longer name or the number narrows it down. */
    more: z.boolean(),
  }),
});

export const people = [villages, villagePeople, household, person, addPerson, search];
