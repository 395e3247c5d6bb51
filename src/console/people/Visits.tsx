import { Empty, Timeline, Typography } from 'antd';
import type { OutputOf } from '@/domain/operations/operation';
import type { person } from '@/domain/operations/people/register';
import { momentInTable } from '../parts/moment';
import { outcomeLabel } from '../parts/words';

/** Knocks and calls, newest first. */
export function Visits({ visits }: { visits: OutputOf<typeof person>['visits'] }) {
  if (visits.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有人上门或打过电话。" />;
  return (
    <Timeline
      items={visits.map(({ visitId, channel, outcome, cadre, note, authorName, appointmentAt, at }) => ({
        key: visitId,
        children: (
          <>
            <Typography.Text strong>
              {momentInTable(at)} {channel === 'visit' ? '上门' : '电话'}：{outcomeLabel(outcome)}
            </Typography.Text>
            <div>
              {authorName}
              {cadre && `，带队村干部 ${cadre}`}
              {appointmentAt && `，约定 ${momentInTable(appointmentAt)}`}
            </div>
            {note && <Typography.Text type="secondary">{note}</Typography.Text>}
          </>
        ),
      }))}
    />
  );
}
