import * as z from 'zod';
import { allRoles } from '../access';
import { allCollectStates } from '../campaign/measures';
import { holdsIdentity } from '../identity';

/**
 * Shapes that several operations share. `title` is how a person is told which part of a call is wrong.
 */
const text = (title: string, max: number) => z.string().max(max).meta({ title });

/** A line a person typed: no control characters and no tags, so that it can be shown anywhere as it is. */
export const line = (title: string, max: number) =>
  text(title, max)
    .trim()
    .refine((value) => !/[\p{Cc}<>]/u.test(value), '不能含有换行、尖括号等符号');
export const optionalLine = (title: string, max: number) => line(title, max).default('');
export const givenLine = (title: string, max: number) => line(title, max).min(1, '请填写');

/** 6 digits county, 9 town, 12 village. */
export const divisionCode = z
  .string()
  .regex(/^\d{6}(\d{3}){0,2}$/, '区划代码不正确')
  .meta({ title: '区划' });
export const villageCode = z
  .string()
  .regex(/^\d{12}$/, '村（居）代码应为12位数字')
  .meta({ title: '村（居）' });

/** An id that the cloud made. */
export const id = (title: string) =>
  z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/, '编号格式不正确')
    .meta({ title });
export const personId = id('人员编号');
export const householdId = id('户编号');

/** YYYY-MM-DD, a day that exists. */
export const day = z.iso.date('日期不存在或格式不对').meta({ title: '日期' });
/** An instant in UTC, as JSON has it. */
export const instant = z.iso.datetime({ offset: true, error: '时间格式不对' }).meta({ title: '时间' });

export const role = z.enum(allRoles);

/** Lists page by key: `cursor` comes from the last reply and says nothing to anyone else. */
export const cursor = z.string().max(400).nullable().default(null).meta({ title: '页码' });
export const pageSize = (usual: number, most: number) =>
  z.int().min(1).max(most).default(usual).meta({ title: '每页条数' });
export const page = <T extends z.ZodType>(item: T) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable() });

export const done = z.strictObject({ done: z.literal(true) });
export const doneReply = { done: true } as const;
export const nothing = z.strictObject({});

export const village = z.strictObject({
  code: z.string(),
  name: z.string(),
  townCode: z.string(),
  townName: z.string(),
});
export type Village = z.output<typeof village>;

export const collectState = z.enum(allCollectStates).meta({ title: '采集状态' });

/** Values of a form by field key; the form itself checks them. */
export const answers = z.record(z.string().max(64), z.unknown()).meta({ title: '填写内容' });

/** A typed identity number: full-width digits, spaces and lower-case x are put right, its rules are checked by the cloud. */
export const typedIdNumber = z.string().trim().min(1, '请填写').max(40).meta({ title: '公民身份号码' });
export const typedName = z.string().trim().min(1, '请填写').max(100).meta({ title: '姓名' });

export const count = z.int().nonnegative();

/** Words that are kept with an act, where many read them: no identity or mobile number may stand in them. */
export const withoutIdentity = <T extends z.ZodType<string>>(words: T) =>
  words.refine((value) => !holdsIdentity(value), '不要写身份证号码或手机号码，请删去');

/** Why somebody did it; kept with the act. */
export const reason = withoutIdentity(line('原因', 200).min(2, '请写明原因'));
