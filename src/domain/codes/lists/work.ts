import { codes } from '../codes';

export const jobForm = codes({
  id: 'job_form',
  title: '就业形式',
  standard: '湖南县级劳动力资源登记表 2014 就业形式',
  evidence: '湖南县级登记表2014；编号为本系统所定',
  items: [
    { code: '1', label: '机关事业单位', hint: '党政机关、学校、医院、乡镇站所等' },
    { code: '2', label: '企业', hint: '在公司、工厂、工地上给单位干活' },
    { code: '3', label: '个体工商户', hint: '给个体户帮工，如饭店、理发店、小作坊' },
    { code: '4', label: '灵活就业', hint: '如打零工、摆摊、家政、跑外卖、开网约车' },
    { code: '5', label: '自主创业', hint: '自己办公司、开店、办合作社或养殖场' },
    { code: '6', label: '公益性岗位', hint: '政府安排的岗位，如护林员、保洁员、护路员' },
    { code: '7', label: '务农', hint: '种地、养殖，有东西拿去卖或当季在忙' },
    { code: '9', label: '其他', hint: '以上都不是，请写明' },
  ],
});

export const workRole = codes({
  id: 'work_role',
  title: '就业身份',
  standard: '国家统计局劳动力调查 (就业身份)',
  evidence: '国家统计局公开口径；编号为本系统所定',
  items: [
    { code: '1', label: '雇员', hint: '给别人干活，按月、按天或按件拿工钱' },
    { code: '2', label: '雇主', hint: '自己当老板，雇了人' },
    { code: '3', label: '自营者', hint: '自己给自己干，没有雇人' },
    { code: '4', label: '无酬家庭帮工', hint: '帮家里的店、厂、地里干活，不拿工钱' },
  ],
});

export const flexKind = codes({
  id: 'flex_kind',
  title: '灵活就业类别',
  standard: '同类系统 accm13 灵活就业登记类别',
  evidence: '同类系统',
  items: [
    { code: '1', label: '企业零散用工', hint: '哪家缺人就去哪家干几天' },
    { code: '2', label: '弹性就业', hint: '按小时、按季节上班' },
    { code: '3', label: '家政服务', hint: '保洁、保姆、月嫂、护工' },
    { code: '4', label: '自由职业', hint: '跑外卖、开网约车、做直播、写作、设计' },
    { code: '5', label: '街头自营', hint: '摆摊、走街串巷卖东西、修鞋配钥匙' },
    { code: '6', label: '打零工', hint: '今天有活今天干，如搬运、小工' },
    { code: '7', label: '其他', hint: '以上都不是，请写明' },
  ],
});

export const contract = codes({
  id: 'contract',
  title: '劳动合同',
  standard: '国家统计局劳动力调查 (劳动合同)',
  evidence: '国家统计局公开口径；编号为本系统所定',
  items: [
    { code: '1', label: '无固定期限', hint: '合同上没有写到哪天为止' },
    { code: '2', label: '有固定期限', hint: '合同上写明到哪天为止' },
    { code: '3', label: '以完成一定工作任务为期限', hint: '活干完合同就结束，如包工程、采摘' },
    { code: '4', label: '未签订', hint: '没有签过书面合同' },
  ],
});

export const monthlyIncome = codes({
  id: 'monthly_income',
  title: '月收入',
  standard: '同类小程序 月收入',
  evidence: '同类小程序；填了数额的存数额',
  items: [
    { code: '1', label: '1500元以下' },
    { code: '2', label: '1500-2499元' },
    { code: '3', label: '2500-4999元' },
    { code: '4', label: '5000元以上' },
  ],
});

export const workPlace = codes({
  id: 'work_place',
  title: '就业地点类别',
  standard: '湖南县级劳动力资源登记表 2014',
  evidence: '湖南县级登记表2014；“市”在三都指黔南州',
  items: [
    { code: '1', label: '县内', hint: '在三都县内' },
    { code: '2', label: '县外市内', hint: '在黔南州其他县市，如都匀、独山' },
    { code: '3', label: '市外省内', hint: '在贵州其他市州，如贵阳、凯里' },
    { code: '4', label: '省外', hint: '在外省，如广东、浙江' },
    { code: '5', label: '境外', hint: '在国外或港澳台' },
  ],
});

export const transferState = codes({
  id: 'transfer_state',
  title: '转移就业状态',
  standard: '四川农村劳动力系统 acc987',
  evidence: '四川农村劳动力系统；08为推定',
  items: [
    { code: '02', label: '务农' },
    { code: '03', label: '返乡未就业' },
    { code: '04', label: '外出务工' },
    { code: '05', label: '自主创业' },
    { code: '06', label: '农合吸纳' },
    { code: '07', label: '灵活就业' },
    { code: '08', label: '本市县就业' },
    { code: '99', label: '无转移状态' },
  ],
});

export const transferWay = codes({
  id: 'transfer_way',
  title: '转移就业方式',
  standard: '四川农村劳动力系统 acc455',
  evidence: '四川农村劳动力系统；原表无4',
  items: [
    { code: '1', label: '政府组织转移', hint: '政府或人社部门组织去的' },
    { code: '2', label: '自发转移', hint: '自己找的，或亲戚老乡介绍的' },
    { code: '3', label: '企业组织', hint: '企业来招工带去的' },
    { code: '5', label: '就业扶贫车间', hint: '在扶贫车间上班' },
    { code: '6', label: '农村劳务(经纪人)', hint: '由劳务经纪人、劳务公司带去的' },
    { code: '7', label: '其他', hint: '以上都不是，请写明' },
  ],
});

export const startupUnitType = codes({
  id: 'startup_unit_type',
  title: '创业单位类型',
  standard: '本系统',
  evidence: '本系统所定',
  items: [
    { code: '1', label: '企业' },
    { code: '2', label: '个体工商户' },
    { code: '3', label: '网店' },
    { code: '9', label: '其他' },
  ],
});
