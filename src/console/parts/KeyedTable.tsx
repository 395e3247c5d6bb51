import { Button, Empty, Table, type TableProps } from 'antd';
import type { ReactNode } from 'react';
import { Trouble } from './Trouble';
import type { RowPages } from './use-keyed-pages';

interface KeyedTableProps<Row extends object>
  extends Omit<TableProps<Row>, 'dataSource' | 'loading' | 'pagination' | 'footer' | 'summary'> {
  pages: RowPages<Row>;
  /** Why it may be empty, and what to do. */
  empty: string;
  /** At the left of the page buttons: how many there are in all. */
  summary?: ReactNode;
}

/** A dense table that turns its pages on the server. */
export function KeyedTable<Row extends object>({ pages, empty, summary, ...table }: KeyedTableProps<Row>) {
  const { rows, problem, loading, reload } = pages;
  return (
    <>
      <Trouble problem={problem} onRetry={() => void reload()} />
      <Table<Row>
        size="small"
        scroll={{ x: 'max-content' }}
        {...table}
        dataSource={rows}
        loading={loading}
        pagination={false}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} /> }}
      />
      <PageTurner pages={pages} summary={summary} />
    </>
  );
}

interface PageTurnerProps {
  pages: Pick<RowPages<object>, 'number' | 'next' | 'previous'>;
  summary?: ReactNode;
}

/** Back and forth; not there for a list of one page without anything to sum up. */
export function PageTurner({ pages: { number, next, previous }, summary }: PageTurnerProps) {
  const turns = next !== undefined || previous !== undefined;
  if (summary === undefined && !turns) return null;
  return (
    <div className="yt-pages">
      <span className="yt-pages__summary">{summary}</span>
      {turns && (
        <>
          <span>第 {number} 页</span>
          <Button className="at--previous" disabled={previous === undefined} onClick={previous}>
            上一页
          </Button>
          <Button className="at--next" disabled={next === undefined} onClick={next}>
            下一页
          </Button>
        </>
      )}
    </div>
  );
}
