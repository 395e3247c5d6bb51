import { Button, Card, Empty, Flex, Skeleton, Tag, Typography } from 'antd';
import { useState } from 'react';
import { duplicates } from '@/domain/operations/people/register-identity';
import { type DuplicateKind, duplicateKinds } from '@/domain/register/duplicates';
import { PageTurner } from '../parts/KeyedTable';
import { momentInTable } from '../parts/moment';
import { Trouble } from '../parts/Trouble';
import { type RowOf, useKeyedPages } from '../parts/use-keyed-pages';
import { Compare } from './Compare';
import { Decide, type Decision } from './Decide';

export type DuplicateCase = RowOf<typeof duplicates>;

interface CasesProps {
  place: string;
  state: 'open' | 'distinct';
  kind: DuplicateKind | undefined;
  onDecided: () => void;
  onLook: (personId: string) => void;
}

/** Case by case: what speaks for one person and what against, both sides in full. */
export function Cases({ place, state, kind, onDecided, onLook }: CasesProps) {
  const pages = useKeyedPages(duplicates, { divisionCode: place, state, kind, limit: 10 });
  const [decision, setDecision] = useState<Decision>();
  const decided = () => {
    setDecision(undefined);
    void pages.reload();
    onDecided();
  };
  if (pages.problem) return <Trouble problem={pages.problem} onRetry={() => void pages.reload()} />;
  if (pages.page === undefined) return <Skeleton active />;
  if (pages.rows.length === 0) {
    return <Empty description={state === 'open' ? '没有待核实的重复。名册导入后会自动查找。' : '没有这样的记录。'} />;
  }
  return (
    <Flex vertical gap={12}>
      {pages.rows.map((one) => (
        <Card
          key={one.caseId}
          size="small"
          title={
            <>
              <Tag color="gold">{duplicateKinds[one.kind]}</Tag> {one.placeName}
            </>
          }
          extra={
            state === 'open' && (
              <Flex gap={8}>
                <Button
                  size="small"
                  className="at--distinct"
                  onClick={() => setDecision({ is: 'distinct', case: one })}
                >
                  不是同一人
                </Button>
                <Button
                  size="small"
                  type="primary"
                  className="at--merge"
                  onClick={() => setDecision({ is: 'merge', case: one })}
                >
                  是同一人，合并
                </Button>
              </Flex>
            )
          }
        >
          {one.evidence.map((sentence) => (
            <Typography.Paragraph key={sentence}>{sentence}</Typography.Paragraph>
          ))}
          <Compare a={one.a} b={one.b} onLook={onLook} />
          {one.decidedAt && (
            <Typography.Text type="secondary">
              {momentInTable(one.decidedAt)} {one.decidedBy}：{one.reason}
            </Typography.Text>
          )}
        </Card>
      ))}
      <PageTurner pages={pages} />
      {/* Closed after a refusal too: somebody else may have decided it meanwhile. */}
      {decision && <Decide decision={decision} onClose={decided} onDone={decided} />}
    </Flex>
  );
}
