/** One answer of a code list. */
export interface CodeItem<Code extends string = string> {
  code: Code;
  label: string;
  /** A plain example or explanation for residents. */
  hint?: string;
  /** The code of the group this one belongs to (industry and occupation). */
  parent?: string;
  /** The code of the national standard that an exchange sends instead, where the form asks a shorter list. */
  national?: string;
  /** The date from which no new answer may use it; answers given before keep their label. */
  retired?: string;
}

export interface CodeList<Id extends string = string, Code extends string = string> {
  id: Id;
  title: string;
  /** The standard or system the values come from. */
  standard: string;
  /** How far the values were checked against it. */
  evidence: string;
  items: readonly CodeItem<Code>[];
}

/** Declares a code list so that its id and codes are types. */
export function codes<const Id extends string, const Code extends string>(
  list: CodeList<Id, Code>
): CodeList<Id, Code> {
  return list;
}
