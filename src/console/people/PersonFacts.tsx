import { Descriptions } from 'antd';
import type { ReactNode } from 'react';
import { codeLabel } from '@/domain/codes';
import type { OutputOf } from '@/domain/operations/operation';
import type { person } from '@/domain/operations/people/register';
import { momentInTable } from '../parts/moment';
import { StateTag } from '../parts/StateTag';
import { classLabel, employmentLabel, originLabel, outcomeLabel, relationLabel, sexLabel } from '../parts/words';

type Person = OutputOf<typeof person>;

export function PersonFacts({ person: shown }: { person: Person }) {
  const facts: [string, ReactNode][] = [
    ['姓名', shown.name],
    ['性别', sexLabel(shown.sex)],
    ['证件号码', shown.idMasked],
    ['联系电话', shown.phoneMasked],
    ['出生日期', shown.birthDate ?? ''],
    ['民族', codeLabel('ethnic', shown.ethnic) ?? ''],
    ['村（居）', shown.village ? `${shown.village.townName}${shown.village.name}` : '待归属'],
    ['组', shown.groupName],
    ['归属依据', shown.placedWhy],
    ['户号', shown.householdNo],
    ['与户主关系', relationLabel(shown.relation)],
    ['来源', originLabel(shown.origin)],
    ['采集状态', <StateTag key="state" state={shown.collectState} />],
    ['人口资源分类', classLabel(shown.populationClass)],
    ['就业失业', employmentLabel(shown.employmentState)],
    ['上门或电话', `${shown.attempts} 次`],
    ['最近联系', [outcomeLabel(shown.lastOutcome), momentInTable(shown.lastContactAt)].join(' ')],
    ['是否拒绝', shown.refused ? '表示不愿填报' : '否'],
    ['回执号', shown.record?.receiptNo ?? '还没有填报'],
    ['填报时间', momentInTable(shown.record?.updatedAt ?? null)],
  ];
  return (
    <Descriptions
      size="small"
      bordered
      column={2}
      items={facts.map(([label, children]) => ({ key: label, label, children }))}
    />
  );
}
