import { codeLabel } from '@/domain/codes';

/** Figures and codes as an office reads them. */
export const countInWords = (value: number): string => value.toLocaleString('zh-CN');

/** 0.8371 → 83.7%; nothing to divide by → —. */
export const shareInWords = (share: number | null): string =>
  share === null || !Number.isFinite(share) ? '—' : `${(share * 100).toFixed(1)}%`;

export const partOf = (part: number, whole: number): string =>
  whole === 0 ? '—' : `${shareInWords(part / whole)}（${countInWords(part)} / ${countInWords(whole)}）`;

export const sexLabel = (code: string): string => codeLabel('sex', code) ?? '';
export const classLabel = (code: string): string => codeLabel('population_class', code) ?? '未分类';
export const employmentLabel = (code: string): string => codeLabel('lfs_result', code) ?? '';
export const outcomeLabel = (code: string): string => codeLabel('contact_outcome', code) ?? '';
export const relationLabel = (code: string): string => codeLabel('relation_short', code) ?? '';

const origins: Readonly<Record<string, string>> = {
  register: '户籍名册',
  added: '采集员登记',
  declared: '本人自报',
};
export const originLabel = (origin: string): string => origins[origin] ?? origin;
