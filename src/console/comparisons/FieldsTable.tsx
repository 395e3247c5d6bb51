import { Radio, Table, Tag, Typography } from 'antd';
import type { ColumnsType } from 'antd/es/table';
import { type KeyboardEvent, useState } from 'react';
import { type ComparedField, resultOf, type Side } from '@/client/choosing';

interface FieldsTableProps {
  fields: readonly ComparedField[];
  choices: Readonly<Record<string, Side>>;
  hasLive: boolean;
  /** Absent for those who only look. */
  onChoose?: (field: string, side: Side) => void;
  /** Enter was pressed. */
  onReady?: () => void;
}

/** Line by line: both answers, the choice, what comes of it. Up and down go through the lines, left and right choose. */
export function FieldsTable({ fields, choices, hasLive, onChoose, onReady }: FieldsTableProps) {
  const [at, setAt] = useState(0);
  const onKeyDown = (event: KeyboardEvent) => {
    const one = fields[at];
    if (onChoose === undefined || one === undefined || !handled.includes(event.key)) return;
    event.preventDefault();
    const side = sideOfKey.get(event.key);
    if (side !== undefined) onChoose(one.field, side);
    else if (event.key === 'Enter') onReady?.();
    else setAt(Math.min(Math.max(at + (event.key === 'ArrowDown' ? 1 : -1), 0), fields.length - 1));
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the lines are gone through by keys
    <section className="at--fields" aria-label="逐项选择" tabIndex={0} onKeyDown={onKeyDown}>
      {onChoose && (
        <Typography.Paragraph type="secondary">
          逐项选，或用键盘：↑ ↓ 换行，← 用现有的，→ 用后到的，回车选定。没有标“要选”的已按建议选好，可以改。
        </Typography.Paragraph>
      )}
      <Table<ComparedField>
        size="small"
        rowKey="field"
        pagination={false}
        dataSource={[...fields]}
        columns={columns(choices, hasLive, onChoose)}
        onRow={(_, place) => ({ onClick: () => setAt(place ?? 0) })}
        rowClassName={(_, place) => (onChoose && place === at ? 'yt-chosen-line' : '')}
        locale={{ emptyText: '两份填的一样。' }}
      />
    </section>
  );
}

const sideOfKey: ReadonlyMap<string, Side> = new Map([
  ['ArrowLeft', 'live'],
  ['ArrowRight', 'late'],
]);
const handled = ['ArrowUp', 'ArrowDown', 'Enter', ...sideOfKey.keys()];

const columns = (
  choices: Readonly<Record<string, Side>>,
  hasLive: boolean,
  onChoose: ((field: string, side: Side) => void) | undefined
): ColumnsType<ComparedField> => [
  {
    title: '项目',
    dataIndex: 'label',
    width: 180,
    render: (label: string, { field, must }) => (
      <>
        {label} {must && choices[field] === undefined && <Tag color="gold">要选</Tag>}
      </>
    ),
  },
  { title: '现有的', dataIndex: 'live', render: (text: string) => <Answer text={hasLive ? text : ''} /> },
  { title: '后到的', dataIndex: 'late', render: (text: string) => <Answer text={text} /> },
  ...(onChoose
    ? [
        {
          title: '用哪个',
          key: 'choice',
          width: 170,
          render: (_: unknown, { field, label }: ComparedField) => (
            <Radio.Group
              aria-label={`${label}用哪个`}
              className={`at--choice-${field}`}
              size="small"
              optionType="button"
              options={sides}
              value={choices[field] ?? null}
              onChange={({ target }) => onChoose(field, target.value as Side)}
            />
          ),
        },
      ]
    : []),
  {
    title: '结果',
    key: 'result',
    render: (_, one) => {
      const result = resultOf(one, choices);
      return result === undefined ? (
        <Typography.Text type="secondary">还没选</Typography.Text>
      ) : (
        <Answer strong text={result} />
      );
    },
  },
];

const sides = [
  { value: 'live', label: '现有的' },
  { value: 'late', label: '后到的' },
];

const Answer = ({ text, strong = false }: { text: string; strong?: boolean }) =>
  text === '' ? (
    <Typography.Text type="secondary">没有填</Typography.Text>
  ) : (
    <Typography.Text strong={strong}>{text}</Typography.Text>
  );
