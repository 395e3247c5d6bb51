import { Card, Typography } from 'antd';
import type { ReactNode } from 'react';
import type { progress } from '@/domain/operations/office/progress';
import type { OutputOf } from '@/domain/operations/operation';
import { Figure } from '../parts/Figure';
import { momentInTable } from '../parts/moment';
import { countInWords, shareInWords } from '../parts/words';
import { useDesk } from '../post/use-post';
import { linkTo } from '../shell/address';

interface HeadlineProps {
  progress: OutputOf<typeof progress>;
}

/** The figures of the place, each with its unit and what it is measured against. */
export function Headline({ progress: { total, plan, unplaced, checked } }: HeadlineProps) {
  const { may } = useDesk();
  const place = total.divisionCode;
  return (
    <Card size="small">
      <div className="yt-headline">
        <Item label="应采集" unit="人" value={<Figure value={total.people} of="people" place={place} />} />
        <Item
          label="已完成"
          unit="人"
          value={<Figure value={total.done} of="done" place={place} />}
          note={`占应采集的 ${shareInWords(total.share)}，今天 ${total.today >= 0 ? '+' : ''}${total.today} 人`}
        />
        <Item
          label="按计划应完成"
          unit="人"
          value={countInWords(total.planned)}
          note={<Typography.Text type={total.ahead < 0 ? 'danger' : 'secondary'}>{total.sentence}</Typography.Text>}
        />
        <Item
          label="待采集"
          unit="人"
          value={<Figure value={total.due} of="due" place={place} />}
          note={total.neededADay === null ? '' : `每天要完成 ${countInWords(total.neededADay)} 人才能按期`}
        />
        <Item
          label="已退回"
          unit="人"
          value={<Figure value={total.returned} of="returned" place={place} danger />}
          note="等原填报人修改"
        />
        <Item
          label="待归属"
          unit="人"
          value={
            unplaced > 0 && may('placement.claim') ? (
              <a href={linkTo({ at: 'placements', place })}>{countInWords(unplaced)}</a>
            ) : (
              countInWords(unplaced)
            )
          }
          note="还没有认定村（居）"
        />
        <Item
          label="距截止"
          unit="天"
          value={countInWords(Math.max(0, plan.daysLeft))}
          note={plan.daysLeft < 0 ? `${plan.endsOn} 已截止` : `${plan.endsOn} 截止`}
        />
      </div>
      <Typography.Text type={checked && checked.different > 0 ? 'danger' : 'secondary'} className="yt-headline__check">
        {checked === null
          ? '这些数字还没有与逐人重数核对过，今晚自动核对。'
          : checked.different === 0
            ? `${momentInTable(checked.at)} 与逐人重数核对，全部一致。`
            : `${momentInTable(checked.at)} 与逐人重数核对，${checked.different} 个数字不一致，已记录待查。`}
      </Typography.Text>
    </Card>
  );
}

interface ItemProps {
  label: string;
  unit: string;
  value: ReactNode;
  note?: ReactNode;
}

const Item = ({ label, unit, value, note }: ItemProps) => (
  <div className="yt-headline__item">
    <div className="yt-headline__label">{label}</div>
    <div className="yt-headline__value">
      {value} <small>{unit}</small>
    </div>
    <div className="yt-headline__note">{note}</div>
  </div>
);
