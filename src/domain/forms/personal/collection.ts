import { codeList } from '@/domain/codes';
import {
  all,
  any,
  anyOf,
  block,
  code,
  confirmation,
  date,
  dateTime,
  division,
  location,
  text,
  when,
} from '@/domain/form';
import { name } from '../kinds';
import { atTheDoor, byCollector, byProxy, classIs } from './conditions';

const notMet = when('outcome', anyOf('11', '12', '13', '14', '15', '16', '17', '18'));

/** Block E is never a resident's question: his sign-in, the function's clock or the enumerator says it. */
export const collection = block({
  id: 'collection',
  title: '采集信息',
  step: '采集',
  pages: { collection: '采集情况' },
  fields: {
    outcome: code({
      label: '采集方式及结果',
      ask: '这次是怎样采集的？',
      list: codeList('contact_outcome'),
      source: 'collector',
      required: true,
      derive: (look) => (look('mode') === 'self' ? '05' : undefined),
      page: 'collection',
      span: 12,
      evidence: 'I',
    }),
    respondent: code({
      label: '答复人与本人关系',
      ask: '答复的人是本人的什么人？',
      list: codeList('relation_short'),
      source: 'collector',
      required: when('outcome', anyOf('02')),
      askedWhen: any(when('outcome', anyOf('02')), byProxy, classIs('09', '10', '11')),
      page: 'collection',
      evidence: 'I',
    }),
    enumerator: text({ label: '采集员', max: 64, source: 'system', askedWhen: byCollector, evidence: 'S1 S4' }),
    guide: name({
      label: '带领村干部',
      ask: '哪位村干部带您来的？',
      source: 'collector',
      required: true,
      askedWhen: atTheDoor,
      page: 'collection',
      evidence: '方案',
    }),
    collectedAt: dateTime({ label: '采集时间', source: 'system', evidence: 'S1 S2' }),
    collectorVillage: division({ label: '采集人所属区划', level: 'area', source: 'system', evidence: 'S1' }),
    gps: location({
      label: '定位',
      source: 'collector',
      fieldClass: 'sensitive',
      askedWhen: atTheDoor,
      page: 'collection',
      evidence: 'N3',
    }),
    noticeVersion: text({ label: '已告知书版本', max: 20, source: 'system', fieldClass: 'open', evidence: 'I' }),
    confirmed: confirmation({
      label: '本人或代答人确认',
      ask: '以上内容已经核对，情况属实。',
      source: 'collector',
      required: true,
      page: 'collection',
      evidence: 'N3',
    }),
    // The cut-off of an edition may lie ahead: the county works with the villages as merged before they were published.
    divisionEdition: date({ label: '区划版本', future: true, source: 'system', fieldClass: 'open', evidence: 'I' }),
    remark: text({
      label: '备注',
      ask: '还有什么要说明的？',
      askOther: [
        { when: classIs('10', '12', '13', '14'), ask: '请写明原因，和谁能证明' },
        {
          when: when('idType', anyOf('2')),
          ask: '为什么没有身份证号码？',
          hint: '例：新生儿还没上户口，或号码有错正在更正。',
        },
      ],
      max: 200,
      lines: true,
      source: 'asked',
      required: any(classIs('10', '12', '13', '14'), notMet, all(byCollector, when('idType', anyOf('2')))),
      askedWhen: any(byCollector, classIs('04', '05', '06', '09', '10', '11', '12', '13', '14')),
      page: 'collection',
      span: 24,
      evidence: 'S1',
    }),
  },
});
