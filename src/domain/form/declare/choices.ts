/** What a form needs of a code list; the lists themselves stand in `@/domain/codes`. */
export interface Choice {
  code: string;
  label: string;
  /** A plain example for residents. */
  hint?: string | undefined;
  /** The group this one belongs to (industry, occupation). */
  parent?: string | undefined;
  /** The date (YYYY-MM-DD) from which no new answer may use it; earlier answers keep their words. */
  retired?: string | undefined;
}

export interface Choices {
  id: string;
  title: string;
  standard: string;
  items: readonly Choice[];
}

const indexes = new WeakMap<Choices, Map<string, Choice>>();

export function choice(list: Choices, code: string): Choice | undefined {
  let index = indexes.get(list);
  if (!index) {
    index = new Map(list.items.map((item): [string, Choice] => [item.code, item]));
    indexes.set(list, index);
  }
  return index.get(code);
}

export const choiceLabel = (list: Choices, code: string): string =>
  choice(list, code)?.label ?? `${code}（代码已不在表中）`;

/** A group heading such as industry «C 制造业»: shown to find the way, never an answer where `leafOnly` holds. */
export const isGroup = (list: Choices, code: string): boolean => list.items.some((item) => item.parent === code);
