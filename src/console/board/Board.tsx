import { Button, Flex, Table, Tooltip, Typography } from 'antd';
import { useQuery } from '@/client/calls/use-query';
import { liveBoard } from '@/domain/operations/office/board';
import { momentInTable } from '../parts/moment';
import { Trouble } from '../parts/Trouble';
import { countInWords } from '../parts/words';
import { PlaceSelect } from '../post/PlaceSelect';
import { useDesk } from '../post/use-post';
import { linkTo, useAddress } from '../shell/address';
import { type BoardRow, boardColumns } from './columns';

/** Who is in which village with how much; last sync and counts only, nobody's way. */
export default function Board() {
  const { home } = useDesk();
  const [{ place = home }, go] = useAddress();
  const { value, problem, loading, reload } = useQuery(liveBoard, { divisionCode: place });
  const sum = (figure: 'today' | 'week' | 'waiting'): string =>
    countInWords((value?.rows ?? []).reduce((total, row) => total + row[figure], 0));
  return (
    <Flex vertical gap={12}>
      <Flex gap={12} align="center" wrap>
        <PlaceSelect value={place} onChange={(code) => go({ place: code })} />
        <Button className="at--refresh" loading={loading} onClick={() => void reload()}>
          刷新
        </Button>
        <Typography.Text type="secondary">
          {value && `${momentInTable(value.asOf)} 的情况。`}只看最后一次同步和份数，不记录位置和行程。
        </Typography.Text>
      </Flex>
      <Trouble problem={problem} onRetry={() => void reload()} />
      {value && (
        <Flex gap={24} wrap>
          <Total label="今天收到" value={sum('today')} unit="份" />
          <Total label="近七天收到" value={sum('week')} unit="份" />
          <Tooltip title="最后一次同步时，手机里还没发出来的">
            <span>
              <Total label="手机里等着发送" value={sum('waiting')} unit="项" />
            </span>
          </Tooltip>
          <Total
            label="等前一份到齐的"
            value={countInWords(value.held)}
            unit="项"
            href={linkTo({ at: 'held', place })}
          />
          <Total
            label="要人选的两份答案"
            value={countInWords(value.comparisons)}
            unit="份"
            href={linkTo({ at: 'comparisons', place })}
          />
        </Flex>
      )}
      <Table<BoardRow>
        size="small"
        rowKey="postId"
        scroll={{ x: 'max-content' }}
        columns={boardColumns(value?.asOf ?? '')}
        dataSource={value?.rows}
        loading={loading}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: '现在没有人领着这里的任务。先在“采集分工”里把村分派给采集员。' }}
      />
    </Flex>
  );
}

interface TotalProps {
  label: string;
  value: string;
  unit: string;
  href?: string;
}

function Total({ label, value, unit, href }: TotalProps) {
  const figure = (
    <Typography.Text strong style={{ fontSize: 20, color: 'inherit' }}>
      {value}
    </Typography.Text>
  );
  return (
    <div>
      <Typography.Text type="secondary">{label}</Typography.Text>
      <div>
        {href === undefined || value === '0' ? figure : <a href={href}>{figure}</a>} {unit}
      </div>
    </div>
  );
}
