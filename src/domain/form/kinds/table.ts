import type { FieldBase, Kind } from '../declare/field';
import { type CodeField, type CodesField, codeKind, codesKind } from './choice';
import { type ConfirmationField, type ConfirmationValue, confirmationKind } from './confirmation';
import {
  type IdNumberField,
  idNumberKind,
  type NameField,
  nameKind,
  type PhoneField,
  phoneKind,
  type UsccField,
  usccKind,
} from './identity';
import { type ItemFields, type ListField, listKind } from './list';
import { type IncomeField, type IncomeValue, incomeKind } from './money';
import { type DecimalField, decimalKind, type IntegerField, integerKind } from './numbers';
import {
  type CodedListField,
  type CodedText,
  type CodeWithTextField,
  codedListKind,
  codeWithTextKind,
} from './occupation';
import { type DivisionField, divisionKind, type LocationField, type LocationValue, locationKind } from './place';
import { type TextField, textKind } from './text';
import { type DateField, type DateTimeField, dateKind, dateTimeKind, type YearMonthField, yearMonthKind } from './time';
import { type YesNoField, yesNoKind } from './yes-no';

/** Every kind of field once: its options and the type of its answer. */
export interface KindTypes {
  text: [TextField, string];
  name: [NameField, string];
  idNumber: [IdNumberField, string];
  uscc: [UsccField, string];
  phone: [PhoneField, string];
  code: [CodeField, string];
  codes: [CodesField, string[]];
  yesNo: [YesNoField, boolean];
  integer: [IntegerField, number];
  decimal: [DecimalField, number];
  income: [IncomeField, IncomeValue];
  date: [DateField, string];
  yearMonth: [YearMonthField, string];
  dateTime: [DateTimeField, string];
  division: [DivisionField, string];
  location: [LocationField, LocationValue];
  codeWithText: [CodeWithTextField, CodedText];
  codedList: [CodedListField, CodedText[]];
  list: [ListField, Record<string, unknown>[]];
  confirmation: [ConfirmationField, ConfirmationValue];
}

export type KindName = keyof KindTypes;
export type Field = { [K in KindName]: KindTypes[K][0] }[KindName];

/** The type of an answer: for a list the type of its entries, else what the kind says. */
export type ValueOf<F> = F extends { kind: 'list'; items: infer I extends ItemFields }
  ? { [K in keyof I]?: ValueOf<I[K]> }[]
  : F extends { kind: infer K extends KindName }
    ? KindTypes[K][1]
    : never;

export const kinds: { readonly [K in KindName]: Kind<KindTypes[K][0], KindTypes[K][1]> } = {
  text: textKind,
  name: nameKind,
  idNumber: idNumberKind,
  uscc: usccKind,
  phone: phoneKind,
  code: codeKind,
  codes: codesKind,
  yesNo: yesNoKind,
  integer: integerKind,
  decimal: decimalKind,
  income: incomeKind,
  date: dateKind,
  yearMonth: yearMonthKind,
  dateTime: dateTimeKind,
  division: divisionKind,
  location: locationKind,
  codeWithText: codeWithTextKind,
  codedList: codedListKind,
  list: listKind((field) => kindOf(field as Field)),
  confirmation: confirmationKind,
};

/** The handler of a field's kind. One boundary: a field and its kind's handler belong together by construction. */
export function kindOf(field: Field): Kind<FieldBase, unknown> {
  return kinds[field.kind] as Kind<FieldBase, unknown>;
}
