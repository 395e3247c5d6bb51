import {
  type Answers,
  all,
  any,
  anyOf,
  block,
  type Choices,
  code,
  type Derive,
  form,
  given,
  integer,
  text,
  under,
  when,
  yes,
  yesNo,
} from '@/domain/form';
import { phone } from '@/domain/forms/kinds';

/** A made-up form of a herd's census, in two versions, to try the engine on something that is not the county's. */
export const animals: Choices = {
  id: 'animals',
  title: '牲口',
  standard: '示例',
  items: [
    { code: '1', label: '牛' },
    { code: '2', label: '猪' },
    { code: '9', label: '其他' },
  ],
};

const ofSize: Derive = (look) => (look('size') === 'big' ? true : undefined);

const yard = block({
  id: 'yard',
  title: '家里',
  step: '家里',
  pages: { herd: '养的牲口' },
  fields: {
    owner: text({ label: '户主', ask: '户主是谁？', max: 10, source: 'register', required: true }),
    tel: phone({
      label: '电话',
      ask: '电话？',
      fieldClass: 'secret',
      source: 'register',
      askedIfUnknown: when('owner', given),
    }),
    keeps: yesNo({ label: '养牲口', ask: '养牲口吗？', required: true }),
    kind: code({
      label: '种类',
      ask: '养什么？',
      list: animals,
      other: '9',
      required: true,
      askedWhen: when('keeps', yes),
      page: 'herd',
    }),
    count: integer({
      label: '头数',
      ask: '养几头？',
      unit: '头',
      max: 1000,
      required: true,
      askedWhen: all(when('keeps', yes), when('kind', given)),
      page: 'herd',
    }),
    big: yesNo({ label: '大户', source: 'derived', derive: ofSize }),
  },
});

const plans = block({
  id: 'plans',
  title: '打算',
  step: '打算',
  askedWhen: any(when('count', under(100)), when('keeps', anyOf('never'))),
  fields: {
    more: yesNo({ label: '想扩大', ask: '还想多养吗？', sharedInHousehold: true }),
    keeper: text({ label: '登记人', max: 20, source: 'system' }),
    seenBy: text({ label: '见证', ask: '谁看见的？', max: 20, source: 'collector', required: true }),
  },
});

export const herdForm = form({
  name: 'herd',
  version: 1,
  acceptsFrom: 1,
  title: '牲口登记表',
  note: '示例',
  blocks: [yard, plans],
  facts: { size: (look) => (Number(look('count') ?? 0) >= 100 ? 'big' : 'small') },
  factTitles: { size: '规模' },
  rules: [
    {
      id: 'W1',
      severity: 'warning',
      field: 'count',
      title: '牛一般不到50头',
      find: ({ answers }) => (answers.kind === '1' && Number(answers.count) >= 50 ? '「头数」多，请核对' : undefined),
    },
  ],
  upgrades: {},
});

const { kind: _kind, count: _count, ...kept } = yard.fields;

/** Version 2 asks for heads under another name and knows sheep. */
export const herdForm2 = form({
  ...herdForm,
  version: 2,
  blocks: [
    block({
      ...yard,
      fields: {
        ...kept,
        kind: { ...yard.fields.kind, list: { ...animals, items: [...animals.items, { code: '3', label: '羊' }] } },
        heads: integer({
          label: '存栏数',
          ask: '存栏多少头？',
          unit: '头',
          max: 1000,
          required: true,
          askedWhen: when('keeps', yes),
        }),
      },
    }),
  ],
  upgrades: {
    1: ({ count, ...rest }: Answers): Answers => (count === undefined ? rest : { ...rest, heads: count }),
  },
});

export const ctx = { today: '2018-02-01' };
