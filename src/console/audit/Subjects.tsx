import { Card, Empty, Flex, Skeleton } from 'antd';
import { useQuery } from '@/client/calls/use-query';
import { auditSubjects } from '@/domain/operations/office/audit';
import { Trouble } from '../parts/Trouble';

interface SubjectsProps {
  text: string;
  onChosen: (chosen: { person?: string; account?: string; name: string }) => void;
}

/** Who was meant: residents on one side, staff on the other. */
export function Subjects({ text, onChosen }: SubjectsProps) {
  const { value, problem, loading, reload } = useQuery(auditSubjects, { text });
  if (problem) return <Trouble problem={problem} onRetry={() => void reload()} />;
  if (loading || value === undefined) return <Skeleton active paragraph={{ rows: 2 }} />;
  const { persons, accounts } = value;
  return (
    <Card size="small" title={`找到居民 ${persons.length} 人、工作人员 ${accounts.length} 人`}>
      {persons.length + accounts.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有找到。请核对姓名或身份证号。" />
      )}
      <Flex vertical gap={4}>
        {persons.map(({ personId, name, idMasked, place }) => (
          <button
            key={personId}
            type="button"
            className="yt-plain yt-plain--link"
            onClick={() => onChosen({ person: personId, name })}
          >
            居民 {name} {idMasked} {place}
          </button>
        ))}
        {accounts.map(({ accountId, name, posts }) => (
          <button
            key={accountId}
            type="button"
            className="yt-plain yt-plain--link"
            onClick={() => onChosen({ account: accountId, name })}
          >
            工作人员 {name}（{posts}）
          </button>
        ))}
      </Flex>
    </Card>
  );
}
