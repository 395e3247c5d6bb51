import { Button, Descriptions, Flex, Skeleton } from 'antd';
import { useQuery } from '@/client/calls/use-query';
import { paper } from '@/domain/operations/collecting/collect';
import { printDocument } from '@/platform/outward/print';
import { Trouble } from '../parts/Trouble';

/** The readable copy frozen with the record, and the county's paper form to print. */
export function Paper({ personId, version }: { personId: string; version?: number }) {
  const { value, problem, reload } = useQuery(paper, version === undefined ? { personId } : { personId, version });
  if (value === undefined)
    return problem ? <Trouble problem={problem} onRetry={() => void reload()} /> : <Skeleton active />;
  return (
    <Flex vertical gap={12}>
      <Flex justify="space-between" align="center">
        <span>
          回执号 {value.receiptNo}，第 {value.version} 版
        </span>
        <Button onClick={() => void printDocument(value.html)}>打印采集表</Button>
      </Flex>
      {value.sections.map(({ title, lines }) => (
        <Descriptions
          key={title}
          size="small"
          bordered
          column={2}
          title={title}
          items={lines.map(({ field, label, text }) => ({ key: field, label, children: text }))}
        />
      ))}
    </Flex>
  );
}
