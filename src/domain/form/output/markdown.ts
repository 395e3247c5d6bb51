import type { FormDefinition } from '../declare/form';
import type { KeptByForm } from '../declare/rule';
import type { Field, KindName } from '../kinds';
import { fieldClass } from '../privacy';
import { columns } from './columns';
import { inWords } from './in-words';

const kindTitles: { readonly [K in KindName]: string } = {
  text: '文字',
  name: '姓名',
  idNumber: '身份号码',
  uscc: '信用代码',
  phone: '电话',
  code: '单选代码',
  codes: '多选代码',
  yesNo: '是否',
  integer: '整数',
  decimal: '小数',
  income: '金额或区间',
  date: '日期',
  yearMonth: '年月',
  dateTime: '时刻',
  division: '区划代码',
  location: '经纬度',
  codeWithText: '代码加文字',
  codedList: '代码加文字，多个',
  list: '清单',
  confirmation: '确认或签字',
};

const classTitles = { open: '可公开', personal: '个人', sensitive: '敏感', secret: '加密' } as const;
const sourceTitles = {
  asked: '问本人',
  register: '登记册，缺了才问',
  derived: '算出',
  collector: '采集员',
  system: '系统',
} as const;

/** One form for people to read: docs/forms. Made from the declaration, never kept by hand. */
export function formMarkdown(
  form: FormDefinition,
  kept: readonly KeptByForm[],
  evidence: Readonly<Record<string, string>>
): string {
  const parts = [`# ${form.title}`, form.note];
  for (const block of form.blocks) {
    const rows = Object.entries(form.fields)
      .filter(([key]) => form.blockOf[key] === block)
      .map(([key, field]) => fieldRow(form, key, field));
    parts.push(
      `## ${block.title}`,
      table(['字段', '项目', '问法', '种类', '来源', '谁有这一项', '必填', '依据'], rows)
    );
  }
  parts.push(
    '## 规则',
    'E 不改不能交；W 再问一次，写明原因可以交；H 只提醒。',
    table(['编号', '轻重', '项目', '要求'], ruleRows(form))
  );
  parts.push(
    '由声明本身保证、不用另查的规则：',
    table(
      ['编号', '要求', '由什么保证'],
      kept.map((rule) => [rule.id, rule.title, rule.by])
    )
  );
  parts.push('## 依据', table(['记号', '来源'], Object.entries(evidence)));
  return `${parts.join('\n\n')}\n`;
}

/** Every column of every export with its meaning, code list and class: docs/data-dictionary.md. */
export function dictionaryMarkdown(forms: readonly FormDefinition[]): string {
  const parts = [
    '# 数据字典',
    '由表的声明生成（`npm run docs`），不手改。加密：只存密文；敏感：健康、残疾、贫困、定位；个人：其余个人信息；可公开：单位和统计信息。',
  ];
  for (const form of forms) {
    const rows = columns(form).map((column) => {
      const field = form.fields[column.field];
      return [
        code(column.key),
        column.title,
        field ? kindTitles[field.kind] : '',
        column.list ? `${column.list.title}（${column.list.standard}）` : '',
        classTitles[column.fieldClass],
        field ? limits(field) : '',
      ];
    });
    parts.push(
      `## ${form.title}（第 ${form.version} 版）`,
      table(['列', '含义', '种类', '代码表', '保密类别', '取值'], rows)
    );
  }
  const lists = usedLists(forms);
  parts.push('## 代码表');
  for (const list of lists)
    parts.push(
      `### ${list.title} \`${list.id}\``,
      `标准：${list.standard}`,
      list.items.map((item) => `${item.code} ${item.label}`).join('　')
    );
  return `${parts.join('\n\n')}\n`;
}

function fieldRow(form: FormDefinition, key: string, field: Field): string[] {
  return [
    code(key),
    field.label,
    field.ask ?? '',
    kindTitles[field.kind],
    `${sourceTitles[field.source ?? 'asked']}${field.derive ? '，能算则算' : ''}${field.sharedInHousehold ? '，同户共用' : ''}`,
    field.askedWhen ? inWords(form, field.askedWhen) : '所有人',
    typeof field.required === 'object' ? inWords(form, field.required) : field.required ? '是' : '',
    `${classTitles[fieldClass(form, key)]}；${field.evidence ?? '其他说明'}`,
  ];
}

const ruleRows = (form: FormDefinition): string[][] =>
  [...form.rules]
    .sort((one, other) => place(one.id) - place(other.id))
    .map((rule) => [
      rule.id,
      { fault: '不改不能交', warning: '写明原因可以交', hint: '提醒' }[rule.severity],
      form.fields[rule.field]?.label ?? rule.field,
      rule.title,
    ]);

/** By number, hints last. */
const place = (id: string): number => Number(/\d+/.exec(id)?.[0] ?? 0) + (id.startsWith('H') ? 1000 : 0);

function limits(field: Field): string {
  if ('max' in field) return 'unit' in field && field.unit ? `0—${field.max} ${field.unit}` : `至多 ${field.max}`;
  if (field.kind === 'date') return 'YYYY-MM-DD';
  return field.kind === 'yearMonth' ? 'YYYY-MM' : '';
}

function usedLists(forms: readonly FormDefinition[]) {
  const all = forms.flatMap((form) => columns(form).flatMap((column) => (column.list ? [column.list] : [])));
  return [...new Map(all.map((list) => [list.id, list])).values()];
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replace(/\|/g, '\\|').replace(/\n/g, ' ')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

const code = (words: string): string => `\`${words}\``;
