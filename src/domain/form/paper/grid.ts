import type { FormDefinition } from '../declare/form';
import type { Field } from '../kinds';
import type { PaperCopy, PaperLine } from './paper';

/** Columns beside the one that holds the block's name. */
export const gridColumns = 24;

/** One item of the sheet: a label cell and a value cell. */
export interface SheetItem {
  key: string;
  label: string;
  field?: Field;
  line?: PaperLine;
  /** The words for «other», printed in the same cell. */
  other?: PaperLine;
  labelSpan: number;
  valueSpan: number;
}

export interface SheetBlock {
  title: string;
  /** Begins a new page. */
  overleaf?: boolean;
  rows: SheetItem[][];
}

/**
 * Where each item stands on the sheet. The form of the paper's own version gives the place of every item, answered or
 * not; a paper of another version is laid out by itself, so that it can always be printed.
 */
export function sheetBlocks(paper: PaperCopy, form: FormDefinition): SheetBlock[] {
  const lines = new Map(paper.sections.flatMap((section) => section.lines.map((line) => [line.field, line] as const)));
  if (form.name !== paper.form || form.version !== paper.version)
    return paper.sections.map((section) => ({ title: section.title, rows: inRows(section.lines.map(looseItem)) }));
  return form.blocks.flatMap((block) => {
    const items = Object.entries(form.fields)
      .filter(([key, field]) => form.blockOf[key] === block && field.companionOf === undefined)
      .map(([key, field]) => placedItem(key, field, lines));
    const turn = items.findIndex((item) => item.key === block.overleafFrom);
    if (turn <= 0) return [{ title: block.title, rows: inRows(items) }];
    return [
      { title: block.title, rows: inRows(items.slice(0, turn)) },
      { title: `${block.title}·续`, overleaf: true, rows: inRows(items.slice(turn)) },
    ];
  });
}

function placedItem(key: string, field: Field, lines: ReadonlyMap<string, PaperLine>): SheetItem {
  const line = lines.get(key);
  const other = lines.get(`${key}Other`);
  const whole = field.kind === 'list' ? gridColumns : (field.span ?? 8);
  const labelSpan = labelWidth(field.label, whole);
  return {
    key,
    label: field.label,
    field,
    ...(line ? { line } : {}),
    ...(other ? { other } : {}),
    labelSpan,
    valueSpan: whole - labelSpan,
  };
}

function looseItem(line: PaperLine): SheetItem {
  const whole = line.text.length > 24 || line.rows ? gridColumns : line.text.length > 9 ? 12 : 8;
  const labelSpan = labelWidth(line.label, whole);
  return { key: line.field, label: line.label, line, labelSpan, valueSpan: whole - labelSpan };
}

/** A column holds two characters; a label takes two lines at most. */
const labelWidth = (label: string, whole: number): number =>
  Math.max(whole >= 12 ? 4 : 3, Math.min(Math.ceil(label.length / 4), whole - 3));

/** Fills rows from the left; what is left of a row goes to its last value. */
function inRows(items: readonly SheetItem[]): SheetItem[][] {
  const rows: SheetItem[][] = [];
  let row: SheetItem[] = [];
  let used = 0;
  const close = () => {
    const last = row[row.length - 1];
    if (last) {
      row[row.length - 1] = { ...last, valueSpan: last.valueSpan + gridColumns - used };
      rows.push(row);
    }
    row = [];
    used = 0;
  };
  for (const item of items) {
    if (used + item.labelSpan + item.valueSpan > gridColumns) close();
    row.push(item);
    used += item.labelSpan + item.valueSpan;
  }
  close();
  return rows;
}
