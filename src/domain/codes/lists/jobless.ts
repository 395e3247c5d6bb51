import { codes } from '../codes';

export const unemploymentCategory = codes({
  id: 'unemployment_category',
  title: '失业类型',
  standard: '就业服务与就业管理规定 失业登记范围',
  evidence: '地方公开页面与县级登记表',
  items: [
    { code: '1', label: '年满16周岁从各类学校毕业、肄业' },
    { code: '2', label: '从企业、机关、事业单位等各类用人单位失业' },
    { code: '3', label: '个体工商户业主或私营企业业主停业、破产停止经营' },
    { code: '4', label: '承包土地被征用且符合当地规定条件' },
    { code: '5', label: '军人退出现役且未纳入国家统一安置' },
    { code: '6', label: '刑满释放、假释、监外执行' },
    { code: '9', label: '其他符合失业登记条件' },
  ],
});

export const unemploymentReason = codes({
  id: 'unemployment_reason',
  title: '失业原因',
  standard: '同类小程序 失业原因',
  evidence: '同类小程序',
  items: [
    { code: '1', label: '用人单位解除劳动合同', hint: '单位辞退' },
    { code: '2', label: '劳动者解除劳动合同', hint: '自己辞职' },
    { code: '3', label: '双方协商解除劳动合同', hint: '双方商量好不干了' },
    { code: '4', label: '劳动合同期满自然终止', hint: '合同到期没有再签' },
    { code: '9', label: '其他', hint: '以上都不是，请写明' },
  ],
});

export const notWorkingReason = codes({
  id: 'not_working_reason',
  title: '未就业原因',
  standard: '同类系统 未就业原因',
  evidence: '两个同类系统合并；编号为本系统所定',
  items: [
    { code: '01', label: '无合适工作' },
    { code: '02', label: '无技能' },
    { code: '03', label: '照顾家庭', hint: '带孩子、照顾老人或病人' },
    { code: '04', label: '健康原因' },
    { code: '05', label: '年龄大' },
    { code: '06', label: '无就业意愿', hint: '暂时不想出去工作' },
    { code: '07', label: '在校读书' },
    { code: '08', label: '正在培训' },
    { code: '09', label: '对找工作丧失信心', hint: '找过很多次没找到，不想再找了' },
    { code: '99', label: '其他', hint: '以上都不是，请写明' },
  ],
});

export const jobIntent = codes({
  id: 'job_intent',
  title: '就业意愿',
  standard: '同类小程序 就业意愿',
  evidence: '同类小程序；9排斥其余',
  items: [
    { code: '1', label: '县内就业' },
    { code: '2', label: '省内县外就业' },
    { code: '3', label: '跨省就业' },
    { code: '4', label: '自主创业' },
    { code: '9', label: '无就业意愿' },
  ],
});

export const jobIntentKind = codes({
  id: 'job_intent_kind',
  title: '就业意愿(方式)',
  standard: '同类小程序 就业意愿',
  evidence: '同类小程序农村页',
  items: [
    { code: '1', label: '自主创业' },
    { code: '2', label: '务农' },
    { code: '3', label: '务工' },
    { code: '4', label: '经商' },
  ],
});
