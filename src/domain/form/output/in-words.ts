import { type Choices, choiceLabel } from '../declare/choices';
import type { Condition, Test } from '../declare/condition';
import type { FormDefinition } from '../declare/form';

/** A condition as a Chinese phrase for the documents: «就业形式»是“企业”. */
export function inWords(form: FormDefinition, condition: Condition, inner = false): string {
  if ('all' in condition) return joined(form, condition.all, '，且', inner);
  if ('any' in condition)
    return condition.any.length === 0 ? '任何人都不问' : joined(form, condition.any, '，或', inner);
  if ('not' in condition) return `不是（${inWords(form, condition.not)}）`;
  const field = form.fields[condition.field];
  const label = field?.label ?? form.factTitles[condition.field] ?? condition.field;
  return `「${label}」${testInWords(condition.test, field && 'list' in field ? field.list : undefined)}`;
}

function joined(form: FormDefinition, parts: readonly Condition[], word: string, inner: boolean): string {
  const words = parts.map((part) => inWords(form, part, true)).join(word);
  return inner && parts.length > 1 ? `（${words}）` : words;
}

function testInWords(test: Test, list?: Choices): string {
  const named = (values: readonly string[]) =>
    values.map((value) => (list ? `${value} ${choiceLabel(list, value)}` : value)).join('、');
  switch (test.is) {
    case 'anyOf':
      return `是 ${named(test.values)}`;
    case 'noneOf':
      return `已答，且不是 ${named(test.values)}`;
    case 'has':
      return `选了 ${named(test.values)}`;
    case 'yes':
      return '为“是”';
    case 'no':
      return '为“否”';
    case 'given':
      return '已填';
    case 'atLeast':
      return `≥ ${test.number}`;
    case 'under':
      return `< ${test.number}`;
    default:
      return test satisfies never;
  }
}
