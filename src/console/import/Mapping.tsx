import { Alert, Button, Card, Flex, Select, Skeleton, Table, Typography } from 'antd';
import { useEffect, useState } from 'react';
import { useQuery } from '@/client/calls/use-query';
import { importInspect } from '@/domain/operations/people/register-import';
import type { RegisterField, RegisterMapping } from '@/domain/register/fields';
import { Trouble } from '../parts/Trouble';
import { choose, fieldOf, gapOf } from './columns-of-fields';
import { StartForm } from './StartForm';

interface MappingProps {
  fileId: string;
  fileName: string;
  onStarted: (runId: string) => void;
  onAgain: () => void;
}

/** Which column holds what: guessed, or remembered from the last file with the same headers; the officer has the say. */
export function Mapping({ fileId, fileName, onStarted, onAgain }: MappingProps) {
  const [sheet, setSheet] = useState<string>();
  const seen = useQuery(importInspect, { fileId, fileName, ...(sheet === undefined ? {} : { sheet }) });
  const [mapping, setMapping] = useState<RegisterMapping>();
  useEffect(() => setMapping(seen.value?.mapping), [seen.value]);
  if (seen.value === undefined || mapping === undefined) {
    if (seen.problem === undefined) return <Skeleton active />;
    return (
      <>
        <Trouble problem={seen.problem} onRetry={() => void seen.reload()} />
        <Button onClick={onAgain}>换一个文件</Button>
      </>
    );
  }
  const { columns, encoding, format, headerLine, sheets, mappingFrom, fields } = seen.value;
  const gap = gapOf(mapping, columns.length);
  const options = fields.map(({ field, label, required }) => ({
    value: field,
    label: required ? `${label}（必有）` : label,
  }));
  const rows = columns.map(({ header, samples }, column) => ({ column, header, samples }));
  return (
    <Flex vertical gap={12}>
      <Card size="small">
        <Flex justify="space-between" align="center" gap={12}>
          <Typography.Text>
            {fileName}：{format === 'csv' ? `文本表格，${encoding} 编码` : 'Excel 表格'}，表头在第 {headerLine} 行，
            {mappingFrom === 'remembered' ? '对应关系沿用上一次同样表头的名册。' : '对应关系是猜的，请逐列核对。'}
          </Typography.Text>
          <Flex gap={12}>
            {sheets.length > 1 && (
              <Select
                aria-label="工作表"
                value={seen.value.sheet}
                options={sheets.map((name) => ({ value: name, label: name }))}
                onChange={setSheet}
              />
            )}
            <Button onClick={onAgain}>换一个文件</Button>
          </Flex>
        </Flex>
      </Card>
      <Table
        size="small"
        rowKey="column"
        pagination={false}
        dataSource={rows}
        scroll={{ y: 320 }}
        columns={[
          { title: '列', dataIndex: 'column', width: 60, render: (column: number) => column + 1 },
          { title: '文件里的表头', dataIndex: 'header', width: 200 },
          { title: '样例（已遮盖）', dataIndex: 'samples', render: (samples: string[]) => samples.join('　') },
          {
            title: '对应名册项目',
            key: 'field',
            width: 260,
            render: (_, { column, header }) => (
              <Select<RegisterField>
                aria-label={`“${header}”对应`}
                className={`at--column-${column}`}
                style={{ width: '100%' }}
                allowClear
                showSearch
                optionFilterProp="label"
                placeholder="不导入这一列"
                options={options as { value: RegisterField; label: string }[]}
                value={fieldOf(mapping, column)}
                onChange={(field?: RegisterField) => setMapping(choose(mapping, column, field))}
              />
            ),
          },
        ]}
      />
      {gap !== '' && <Alert type="warning" showIcon message={gap} />}
      <StartForm
        fileId={fileId}
        fileName={fileName}
        sheet={seen.value.sheet}
        mapping={mapping}
        ready={gap === ''}
        onStarted={onStarted}
      />
    </Flex>
  );
}
