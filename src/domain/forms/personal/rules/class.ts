import type { PersonalRule } from '../answers';
import { oldestFor, workingAgeOn } from '../facts';

/** Not yet met, or met and refused: no form can come of such a visit. */
const noForm = ['11', '12', '13', '14', '15', '18'];

/** W6 E7: the class against age, date and witness. */
export const classRules: readonly PersonalRule[] = [
  {
    id: 'E7',
    severity: 'fault',
    field: 'populationClass',
    title: '未满16周岁只能归01；满16周岁不能归01',
    find({ answers, look }) {
      const years = look('age');
      if (typeof years !== 'number' || answers.populationClass === undefined) return undefined;
      if (years >= 16 && answers.populationClass === '01')
        return '「人口资源分类」选了“未满16周岁”，但按出生日期已满16周岁，请重新选择';
      return years < 16 && ['02', '03', '04', '05', '07', '08'].includes(answers.populationClass)
        ? '「人口资源分类」和年龄对不上：按出生日期还没满16周岁，请选“未满16周岁”，或核对身份号码'
        : undefined;
    },
  },
  {
    id: 'E7',
    severity: 'warning',
    field: 'populationClass',
    title: '07 法定退休或农村老人一般满50周岁',
    find({ answers, look }) {
      const years = look('age');
      return answers.populationClass === '07' && typeof years === 'number' && years >= 16 && years < 50
        ? '「人口资源分类」选了“法定退休或农村老人”，但还不到50岁，请核对；提前退休的写明原因'
        : undefined;
    },
  },
  {
    id: 'E7',
    severity: 'fault',
    field: 'populationClass',
    title: '死亡、失踪、迁出要有证明人（带领村干部或家属）',
    find: ({ answers, ctx }) =>
      ['09', '10', '11'].includes(answers.populationClass ?? '') &&
      !answers.guide &&
      !answers.respondent &&
      ctx.proxy !== true
        ? '「人口资源分类」选了死亡、失踪或迁出，要有人证明：请由家属代填，或由村干部带领采集员填写'
        : undefined,
  },
  {
    id: 'E7',
    severity: 'fault',
    field: 'outcome',
    title: '没有见到人、没有联系上，不能交填好的表',
    find: ({ answers }) =>
      noForm.includes(answers.outcome ?? '') &&
      ['01', '02', '03', '05', '06', '07', '08'].includes(answers.populationClass ?? '')
        ? '「采集方式及结果」是没有联系上，不能交表；请在上门记录里记下这一次，联系上以后再填表'
        : undefined,
  },
  {
    id: 'E7',
    severity: 'fault',
    field: 'outcome',
    title: '拒绝采集归14',
    find: ({ answers }) =>
      answers.outcome === '16' && answers.populationClass !== '14'
        ? '「采集方式及结果」是拒绝，「人口资源分类」就要选“拒绝采集”，请改正其中一个'
        : undefined,
  },
  {
    id: 'W6',
    severity: 'warning',
    field: 'populationClass',
    title: '超过劳动年龄还归适龄劳动力的，再问一次',
    find({ answers, look, ctx }) {
      const years = look('age');
      if (answers.populationClass !== '03' || typeof years !== 'number') return undefined;
      const oldest = oldestFor(workingAgeOn(ctx.today, ctx.workingAge), answers.sex);
      return years > oldest
        ? `「人口资源分类」选了“适龄劳动力”，但已经超过 ${oldest} 岁，请核对；还在干活、愿意按劳动力登记的写明原因`
        : undefined;
    },
  },
];
