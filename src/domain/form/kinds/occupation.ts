import * as z from 'zod';
import { type Choices, choice, choiceLabel } from '../declare/choices';
import type { Fault, FieldBase, Kind } from '../declare/field';
import { choiceFault, tidyCode } from './choice';
import { isRecord, tidyWords } from './clean';
import { textFault } from './text';

/** The person's own words and, where someone has coded them, the code: `{ code: '6-05', text: '缝纫工' }`. */
export interface CodedText {
  code?: string;
  text: string;
}

interface CodedOptions extends FieldBase {
  list: Choices;
  /** Characters of the words. */
  max: number;
}

export interface CodeWithTextField extends CodedOptions {
  kind: 'codeWithText';
}
export interface CodedListField extends CodedOptions {
  kind: 'codedList';
  most: number;
}

export const codeWithText = <const O extends Omit<CodeWithTextField, 'kind'>>(
  options: O
): O & { kind: 'codeWithText' } => ({ ...options, kind: 'codeWithText' });

export const codedList = <const O extends Omit<CodedListField, 'kind'>>(options: O): O & { kind: 'codedList' } => ({
  ...options,
  kind: 'codedList',
});

const draftOne = () =>
  z.union([
    z.string().max(200),
    z.object({ code: z.string().max(20).optional(), text: z.string().max(200).optional() }),
  ]);

export const codeWithTextKind: Kind<CodeWithTextField, CodedText> = {
  expects: '请写出工种，如“缝纫工”',
  tidy: (raw, field) => tidyOne(raw, field),
  is: isCodedText,
  fault: (value, field) => codedFault(value, field),
  draft: draftOne,
  text: (value, field) => inWords(value, field.list),
  columns: (field) => [
    { suffix: 'Code', title: '代码', list: field.list },
    { suffix: '', title: '' },
  ],
  cells: (value) => [value.code ?? '', value.text],
  codes: (value) => (value.code === undefined ? [] : [value.code]),
  control: (field) => ({ is: 'codeText', choices: field.list, several: false, most: 1, textMax: field.max }),
  describe: (field) => ({ list: field.list.id, standard: field.list.standard, max: field.max }),
};

export const codedListKind: Kind<CodedListField, CodedText[]> = {
  expects: '请写出工种，如“缝纫工”',
  tidy(raw, field) {
    if (raw === undefined || raw === null) return undefined;
    const items = (Array.isArray(raw) ? raw : [raw])
      .map((item) => tidyOne(item, field))
      .filter((item) => item !== undefined);
    return items.length === 0 ? undefined : items;
  },
  is: (value): value is CodedText[] => Array.isArray(value) && value.every(isCodedText),
  fault(value, field) {
    if (value.length > field.most) return { rule: 'value', says: `最多填 ${field.most} 个，请去掉几个` };
    for (const item of value) {
      const fault = codedFault(item, field);
      if (fault) return fault;
    }
    return undefined;
  },
  draft: () => z.array(draftOne()).max(20),
  text: (value, field) => value.map((item) => inWords(item, field.list)).join('、'),
  columns: (field) => [
    { suffix: 'Code', title: '代码', list: field.list },
    { suffix: '', title: '' },
  ],
  cells: (value) => [value.map((item) => item.code ?? '').join(';'), value.map((item) => item.text).join('、')],
  codes: (value) => value.flatMap((item) => (item.code === undefined ? [] : [item.code])),
  control: (field) => ({ is: 'codeText', choices: field.list, several: true, most: field.most, textMax: field.max }),
  describe: (field) => ({ list: field.list.id, standard: field.list.standard, max: field.max, most: field.most }),
};

/** Bare words are words without a code; a bare known code brings its own words. */
function tidyOne(raw: unknown, field: CodedOptions): unknown {
  const { code: rawCode, text: rawText } = isRecord(raw) ? raw : { code: undefined, text: raw };
  if (rawText !== undefined && rawText !== null && typeof rawText !== 'string') return raw;
  const code = tidyCode(rawCode);
  const known = typeof code === 'string' ? choice(field.list, code)?.label : undefined;
  const text = tidyWords(rawText ?? '') || known;
  if (text === undefined) return code === undefined ? undefined : { code, text: '' };
  return code === undefined ? { text } : { code, text };
}

function isCodedText(value: unknown): value is CodedText {
  return (
    isRecord(value) && typeof value.text === 'string' && (value.code === undefined || typeof value.code === 'string')
  );
}

function codedFault(value: CodedText, field: CodedOptions): Fault | undefined {
  if (value.text === '') return { rule: 'value', says: '请写出具体工种，如“缝纫工”' };
  return textFault(value.text, field.max) ?? (value.code === undefined ? undefined : choiceFault(value.code, field));
}

const inWords = (value: CodedText, list: Choices): string =>
  value.code === undefined || choiceLabel(list, value.code) === value.text
    ? value.text
    : `${value.text}（${choiceLabel(list, value.code)}）`;
