import { Form, Select } from 'antd';
import { codeList } from '@/domain/codes';
import type { OutputOf } from '@/domain/operations/operation';
import type { household } from '@/domain/operations/people/register';
import { relationLabel, sexLabel } from '../parts/words';

export type House = OutputOf<typeof household>;
export type Member = House['members'][number];

/** Somebody who has died or gone stays in the list of the house and can be nobody's head. */
export const isThere = ({ collectState }: Member): boolean => collectState !== 'closed';

export const memberLabel = ({ name, sex, birthDate, relation }: Member): string =>
  [name, sexLabel(sex), birthDate ?? '出生日期不详', relationLabel(relation)].filter(Boolean).join(' · ');

const options = codeList('relation_short')
  .items.filter(({ code }) => code !== '0')
  .map(({ code, label }) => ({ value: code, label }));

export const RelationSelect = (props: { value?: string; onChange?: (code: string) => void }) => (
  <Select placeholder="请选择" options={options} {...props} />
);

interface RelationsProps {
  members: readonly Member[];
  /** The head they are related to, as words say it. */
  head: string;
}

/** What each of them is to the head from now on: `relations` of the form. */
export const Relations = ({ members, head }: RelationsProps) =>
  members.map(({ personId, name }) => (
    <Form.Item
      key={personId}
      name={['relations', personId]}
      label={`${name} 与${head}的关系`}
      rules={[{ required: true, message: `请选择${name}与${head}的关系` }]}
    >
      <RelationSelect />
    </Form.Item>
  ));

/** Only what was asked about: a choice taken back must not travel along. */
export const relationsOf = (
  typed: Readonly<Record<string, string | undefined>> | undefined,
  members: readonly Member[]
): Record<string, string> =>
  Object.fromEntries(
    members.flatMap(({ personId }) => {
      const relation = typed?.[personId];
      return relation === undefined ? [] : [[personId, relation]];
    })
  );
