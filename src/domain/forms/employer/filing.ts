import { anyOf, block, confirmation, dateTime, not, text, when } from '@/domain/form';
import { name, phone } from '../kinds';

/** Block D. */
export const filing = block({
  id: 'filing',
  title: '采集信息',
  step: '采集',
  pages: { filler: '填表人' },
  fields: {
    filler: name({ label: '填表人', ask: '您的姓名', required: true, page: 'filler', evidence: '书审' }),
    fillerPhone: phone({
      label: '填表人电话',
      ask: '您的电话',
      fieldClass: 'secret',
      required: true,
      page: 'filler',
      evidence: '书审',
    }),
    seal: confirmation({
      label: '单位盖章或确认',
      ask: '以上内容由本单位填报，情况属实。',
      required: true,
      page: 'filler',
      evidence: '书审',
    }),
    enumerator: text({
      label: '采集员',
      max: 64,
      source: 'system',
      askedWhen: not(when('mode', anyOf('self'))),
      evidence: 'I',
    }),
    collectedAt: dateTime({ label: '采集时间', source: 'system', fieldClass: 'open', evidence: 'I' }),
    remark: text({
      label: '备注',
      ask: '还有什么要说明的？',
      hint: '可以不填。',
      max: 200,
      lines: true,
      page: 'filler',
      span: 24,
      evidence: '单位库 BZ',
    }),
  },
});
