import { labelOf, wordOf } from './words';

/** Small facts of an act, as an auditor reads them: Chinese words for what it was and for its values. */
export const detailsOf = (details: Readonly<Record<string, unknown>>): { label: string; text: string }[] =>
  Object.entries(details)
    .map(([key, value]) => ({ label: labelOf(key), text: textOf(key, value) }))
    .filter(({ text }) => text !== '');

function textOf(key: string, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) {
    return value.length > 5 ? `${value.length} 项` : value.map((one) => textOf(key, one)).join('、');
  }
  if (typeof value === 'string') return wordOf(key, value);
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'object') {
    return detailsOf(Object.fromEntries(Object.entries(value)))
      .map(({ label, text }) => `${label} ${text}`)
      .join('，');
  }
  return String(value);
}
