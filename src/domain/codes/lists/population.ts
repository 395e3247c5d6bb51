import { codes } from '../codes';

/** Everyone is classed first; the class decides which questions follow. */
export const populationClass = codes({
  id: 'population_class',
  title: '人口资源分类',
  standard: '四川农村劳动力系统 aac316 人口资源分类',
  evidence: '01—10见于四川农村劳动力系统；11—14为本系统所加',
  items: [
    { code: '01', label: '未满16周岁', hint: '还没满16周岁的孩子' },
    { code: '02', label: '年满16周岁在校学生', hint: '满16周岁，还在上高中、中职、技校、大学' },
    { code: '03', label: '适龄劳动力', hint: '满16周岁、能劳动的人，不管现在有没有工作' },
    { code: '04', label: '判刑劳改', hint: '正在服刑或强制戒毒' },
    { code: '05', label: '现役军人', hint: '正在部队服役' },
    { code: '06', label: '出国定居', hint: '已在国外定居' },
    { code: '07', label: '法定退休或农村老人', hint: '已办退休，或年纪大、不再下地干活的农村老人' },
    { code: '08', label: '丧失劳动力', hint: '因病、因残已经不能劳动' },
    { code: '09', label: '死亡', hint: '请填去世的年月和证明人' },
    { code: '10', label: '失踪', hint: '下落不明，请填从什么时候起和证明人' },
    { code: '11', label: '户口已迁出', hint: '户口已经迁到外地' },
    { code: '12', label: '查无此人或重号', hint: '村里没有这个人，或同一人登记了两次' },
    { code: '13', label: '空挂户或长期失联', hint: '户口在本村，人和家都不在，多方联系不上' },
    { code: '14', label: '拒绝采集', hint: '本人或家属明确表示不愿填报' },
  ],
});

export const lfsResult = codes({
  id: 'lfs_result',
  title: '就业失业状态',
  standard: '国家统计局/ILO',
  evidence: '公开口径',
  items: [
    { code: 'E', label: '就业', hint: '上周做过一小时以上有收入的活，或有工作只是暂时没上班' },
    { code: 'U', label: '失业', hint: '没有工作，近3个月找过，两周内能上班' },
    { code: 'N', label: '非劳动力', hint: '没有工作，也没有在找或暂时不能上班' },
    { code: 'C', label: '未满16周岁' },
  ],
});

export const employmentStateSib = codes({
  id: 'employment_state_sib',
  title: '就业失业情况(行政口径)',
  standard: '同类系统 acc0m 就业失业情况',
  evidence: '同类系统',
  items: [
    { code: '1', label: '就业' },
    { code: '2', label: '不在岗' },
    { code: '3', label: '未就业及失业' },
    { code: '4', label: '服刑' },
    { code: '5', label: '出国定居' },
    { code: '6', label: '在学' },
  ],
});

export const personalStatusGb = codes({
  id: 'personal_status_gb',
  title: '从业状况(个人身份)',
  standard: 'GB/T 2261.4-2003 从业状况(个人身份)',
  evidence: '公开资料全文',
  items: [
    { code: '11', label: '国家公务员' },
    { code: '13', label: '专业技术人员' },
    { code: '17', label: '职员' },
    { code: '21', label: '企业管理人员' },
    { code: '24', label: '工人' },
    { code: '27', label: '农民' },
    { code: '31', label: '学生' },
    { code: '37', label: '现役军人' },
    { code: '51', label: '自由职业者' },
    { code: '54', label: '个体经营者' },
    { code: '70', label: '无业人员' },
    { code: '80', label: '退(离)休人员' },
    { code: '90', label: '其他' },
  ],
});

export const contactOutcome = codes({
  id: 'contact_outcome',
  title: '采集方式及结果',
  standard: '本系统',
  evidence: '按人口普查与劳动力调查的做法推定',
  items: [
    { code: '01', label: '本人面访', hint: '见到本人，当面填的' },
    { code: '02', label: '家属代答', hint: '见到家里人，家里人代答' },
    { code: '03', label: '村干部或邻里代答', hint: '本人和家里人都不在，村干部或邻居代答' },
    { code: '04', label: '本人电话', hint: '打通本人电话填的' },
    { code: '05', label: '本人微信自报', hint: '本人在微信里自己填的' },
    { code: '11', label: '多次上门无人', hint: '上门没有见到人' },
    { code: '12', label: '空号', hint: '号码不存在' },
    { code: '13', label: '停机或关机', hint: '欠费停机或关机' },
    { code: '14', label: '无人接听', hint: '打通了没有人接' },
    { code: '15', label: '非本人号码', hint: '接电话的不是本人，也不是家里人' },
    { code: '16', label: '拒绝', hint: '明确表示不愿填报' },
    { code: '17', label: '语言不通需本地人协助', hint: '需要会水语、布依语、苗语的人帮忙' },
    { code: '18', label: '外出约定回访', hint: '说好改天再来或再打' },
  ],
});
