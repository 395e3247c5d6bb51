import { View } from '@tarojs/components';
import classNames from 'classnames';
import { dayInWords } from '@/client/words';
import type { checkBadge } from '@/domain/operations/account/badge';
import type { OutputOf } from '@/domain/operations/operation';
import { aria, at, Card, Facts, Icon } from '@/ui';
import './badge.scss';

/** Green or red, in words first; who it is only for a badge that is good. */
export function Verdict({ checked }: { checked: OutputOf<typeof checkBadge> }) {
  const { state, sentence, holder, callback } = checked;
  const isGood = state === 'valid';
  return (
    <>
      <View
        className={classNames('yt-verdict', isGood ? 'yt-verdict--good' : 'yt-verdict--bad', at(`badge-${state}`))}
        {...aria({ role: 'alert' })}
      >
        <Icon name={isGood ? 'done' : 'warning'} tone="white" size={48} />
        <View className="yt-verdict__word">{isGood ? '是现在在岗的采集员' : words[state]}</View>
      </View>
      <Card>{sentence}</Card>
      {holder && (
        <Card title={holder.name}>
          <View className="yt-verdict__holder">
            <View className="yt-verdict__photo">照片见胸前挂的证</View>
            <View className="yt-verdict__facts">
              <Facts
                items={[
                  { label: '证号', value: holder.badgeNo || '无' },
                  { label: '单位', value: holder.company || '无' },
                  { label: '有效期', value: holder.endsOn === null ? '长期' : `到 ${dayInWords(holder.endsOn)}` },
                ]}
              />
            </View>
          </View>
          <Facts items={[{ label: '负责的村', value: holder.villages.join('、') }]} />
        </Card>
      )}
      <Card title={isGood ? '有疑问请打' : '请联系'}>{callback}</Card>
    </>
  );
}

const words = {
  noWork: '不能上门采集',
  suspended: '无效：已停用',
  ended: '无效：岗位已结束',
  expired: '无效：码已过期',
  unknown: '无效：查不到',
} as const;
