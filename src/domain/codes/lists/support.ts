import { codes } from '../codes';

export const insurance = codes({
  id: 'insurance',
  title: '参保情况',
  standard: '同类系统 参保情况',
  evidence: '两个同类系统合并；9排斥其余',
  items: [
    { code: '1', label: '城乡居民基本医疗保险(含新农合)', hint: '每年交一次的新农合、城乡医保' },
    { code: '2', label: '城镇职工基本医疗保险', hint: '单位交的医保' },
    { code: '3', label: '城乡居民基本养老保险', hint: '农村养老保险，60岁起领' },
    { code: '4', label: '城镇职工基本养老保险', hint: '单位交的养老保险，或自己按职工交' },
    { code: '5', label: '失业保险' },
    { code: '6', label: '工伤保险' },
    { code: '7', label: '生育保险' },
    { code: '9', label: '未参保', hint: '一样都没有参加' },
  ],
});

export const policyEnjoyed = codes({
  id: 'policy_enjoyed',
  title: '享受扶持政策',
  standard: '同类小程序',
  evidence: '同类小程序；9为本系统所加',
  items: [
    { code: '1', label: '公益性岗位(含乡村公益性岗位)' },
    { code: '2', label: '灵活就业人员社会保险补贴' },
    { code: '3', label: '最低生活保障' },
    { code: '4', label: '创业担保贷款' },
    { code: '9', label: '无' },
  ],
});

export const hardToEmploy = codes({
  id: 'hard_to_employ',
  title: '就业困难人员类别',
  standard: '贵州就业困难人员类别',
  evidence: '贵州县级办事指南的转载页',
  items: [
    { code: '1', label: '大龄城镇居民(男满50周岁、女满40周岁)' },
    { code: '2', label: '持残疾人证的城乡居民' },
    { code: '3', label: '城乡最低生活保障对象' },
    { code: '4', label: '连续失业一年以上', hint: '登记失业满一年还没有工作' },
    { code: '5', label: '城市规划区内被征地农民' },
    { code: '6', label: '农村计划生育独生子女户、二女户(男满40周岁、女满30周岁)' },
    { code: '7', label: '建档立卡贫困家庭劳动力' },
  ],
});
