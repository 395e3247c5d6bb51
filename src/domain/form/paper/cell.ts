import type { Choices } from '../declare/choices';
import type { Field } from '../kinds';
import type { SheetItem } from './grid';

export const escapeHtml = (words: string): string => words.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Rows that a blank list offers to the pen. */
const blankRows = 3;

/** What stands in the value cell: boxes for numbers and codes, ticks for short choices, words for the rest. */
export function valueCell({ field, line, other, valueSpan }: SheetItem): string {
  const words = escapeHtml(line?.text ?? '');
  const more = other ? `　${escapeHtml(other.text)}` : '';
  if (!field) return line?.rows ? rowsTable([], line.rows) : words;
  switch (field.kind) {
    case 'idNumber':
    case 'uscc':
      return boxes(line?.text ?? '', 18);
    case 'yesNo':
      return ticks(
        [
          ['1', '是'],
          ['0', '否'],
        ],
        line?.codes,
        false
      );
    case 'code':
    case 'codes': {
      const choices = offered(field);
      return fitsAsTicks(choices, valueSpan)
        ? ticks(choices, line?.codes, true) + more
        : coded(line?.codes, words, field) + more;
    }
    case 'list':
      return rowsTable(
        Object.values(field.items).map((item) => item.label),
        line?.rows ?? []
      );
    case 'date':
      return words || '<span class="pen">　　　年　　月　　日</span>';
    case 'yearMonth':
      return words || '<span class="pen">　　　年　　月</span>';
    default:
      return `${words}${words === '' && 'unit' in field && field.unit ? `<span class="pen unit">${escapeHtml(field.unit)}</span>` : ''}`;
  }
}

function offered(field: Extract<Field, { list: Choices; kind: 'code' | 'codes' }>): [string, string][] {
  return field.list.items
    .filter((item) => !field.only || field.only.includes(item.code))
    .map((item): [string, string] => [item.code, item.label.replace(/[(（].*$/, '')]);
}

/** A column holds about two characters; ticks may take three lines at most. */
function fitsAsTicks(choices: readonly [string, string][], valueSpan: number): boolean {
  const length = choices.reduce((sum, [code, label]) => sum + label.length + code.length / 2 + 2, 0);
  return choices.length <= 9 && length <= valueSpan * 2 * 3;
}

function ticks(choices: readonly [string, string][], codes: readonly string[] | undefined, numbered: boolean): string {
  return choices
    .map(([code, label]) => {
      const mark = codes?.includes(code) ? '☑' : '□';
      return `<span class="tick">${mark}${numbered ? escapeHtml(code) : ''} ${escapeHtml(label)}</span>`;
    })
    .join(' ');
}

function coded(codes: readonly string[] | undefined, words: string, field: { list: Choices }): string {
  const width = Math.max(...field.list.items.map((item) => item.code.length), 1);
  const boxed = codes && codes.length > 0 ? codes.map((code) => boxes(code, code.length)).join(' ') : boxes('', width);
  return `${boxed} ${words}`;
}

function boxes(signs: string, count: number): string {
  const cells = Array.from(
    { length: Math.max(count, signs.length) },
    (_, place) => `<i>${escapeHtml(signs[place] ?? '')}</i>`
  );
  return `<span class="boxes">${cells.join('')}</span>`;
}

function rowsTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const width = heads.length || (rows[0]?.length ?? 1);
  const filled = [
    ...rows,
    ...Array.from({ length: Math.max(0, blankRows - rows.length) }, () => Array<string>(width).fill('')),
  ];
  const head = heads.length > 0 ? `<tr>${heads.map((words) => `<th>${escapeHtml(words)}</th>`).join('')}</tr>` : '';
  const body = filled.map((row) => `<tr>${row.map((words) => `<td>${escapeHtml(words)}</td>`).join('')}</tr>`).join('');
  return `<table class="inner">${head}${body}</table>`;
}
