import * as z from 'zod';

/** Small shapes that the calls about the register share. */
export const date = z.iso.date('日期要写成 2018-01-31 这样');
export const instant = z.string();
export const count = z.int().min(0);
export const limit = z.int().min(1).max(200).default(50);
export const id = z.string().min(4).max(64);
export const version = z.int().min(1);
export const reason = z.string().trim().min(2, '请写明原因').max(200, '原因最多200字');
export const code = z.string().regex(/^\d{6,12}$/, '区划代码不正确');
export const villageCode = z.string().regex(/^\d{12}$/, '村（居）代码应为12位数字');
/** A county (6 digits), town (9) or village (12). */
export const villageOrWider = z.string().regex(/^\d{6}(\d{3}(\d{3})?)?$/, '区划代码不正确');

export const keysOf = <K extends string>(record: Readonly<Record<K, unknown>>): [K, ...K[]] =>
  Object.keys(record) as [K, ...K[]];
