import { block, date, integer } from '@/domain/form';
import { publicBody } from './unit';

const heads = (label: string, ask: string, required: boolean, page: string, evidence: string, hint?: string) =>
  integer({
    label,
    ask,
    unit: '人',
    max: 200_000,
    fieldClass: 'open',
    required,
    page,
    evidence,
    ...(hint ? { hint } : {}),
  });

/** Block B. The six kinds of staff add up to the total (E30, printed in the labour inspection's filing). */
export const staff = block({
  id: 'staff',
  title: '用工情况',
  step: '用工',
  pages: {
    total: '一共多少人',
    kinds: '六类人员，加起来等于总数',
    parts: '总数里，其中',
    cover: '合同和参保',
    change: '近三个月',
  },
  fields: {
    asOf: date({
      label: '统计时点',
      ask: '按哪一天的人数填？',
      fieldClass: 'open',
      required: true,
      page: 'total',
      evidence: '书审',
    }),
    total: heads('从业人员总数', '单位一共有多少人？', true, 'total', '书审'),
    cEstab: integer({
      label: '国家编制人员',
      ask: '有国家编制的几人？',
      unit: '人',
      max: 200_000,
      fieldClass: 'open',
      required: true,
      askedWhen: publicBody,
      page: 'kinds',
      evidence: '书审',
    }),
    cContract: heads(
      '与本单位建立劳动关系人员',
      '和本单位有劳动关系的几人？',
      true,
      'kinds',
      '书审',
      '签了合同的，和没签合同但长期在这里上班的。'
    ),
    cDispatch: heads('使用劳务派遣人员', '劳务公司派来的几人？', true, 'kinds', '书审'),
    cOther: heads(
      '使用与其他单位保留劳动关系人员',
      '和别的单位保留关系、在这里上班的几人？',
      true,
      'kinds',
      '书审',
      '如别的单位内退、停薪留职的人。'
    ),
    cStudent: heads('使用在学人员', '在校学生几人？', true, 'kinds', '书审'),
    cPension: heads('使用已享受养老保险待遇人员', '已经退休领养老金的几人？', true, 'kinds', '书审'),
    female: heads('其中女性', '女的几人？', true, 'parts', 'I'),
    local: heads('其中本县户籍', '本县户口的几人？', true, 'parts', 'I'),
    rural: heads('其中农村劳动力', '农村户口的几人？', false, 'parts', 'I', '可以不填。'),
    poor: heads('其中建档立卡贫困劳动力', '建档立卡户的几人？', true, 'parts', 'S1 方案'),
    disabled: heads('其中残疾人', '残疾人几人？', false, 'parts', '残联', '可以不填。'),
    contractSigned: heads('签订劳动合同人数', '签了书面劳动合同的几人？', true, 'cover', '书审'),
    insPension: heads('参加职工养老保险人数', '参加职工养老保险的几人？', true, 'cover', '单位库'),
    insUnemp: heads('参加失业保险人数', '参加失业保险的几人？', true, 'cover', '单位库'),
    insInjury: heads('参加工伤保险人数', '参加工伤保险的几人？', true, 'cover', '单位库'),
    avgPay: integer({
      label: '月平均工资(元)',
      ask: '每人每月平均工资多少元？',
      unit: '元',
      max: 1_000_000,
      required: true,
      page: 'cover',
      evidence: '书审',
    }),
    hired: heads('近3个月新招人数', '近三个月新招了几人？', false, 'change', '豫2017 鲁2018', '可以不填。'),
    left: heads('近3个月离职人数', '近三个月走了几人？', false, 'change', '豫2017', '可以不填。'),
  },
});
