/** What can be done, as noun.verb; the value is how a person is told he may not. */
export const verbs = {
  // one's own affairs
  'self.read': '查看自己和家人的信息',
  'self.declare': '为自己和家人申报',
  'self.settings': '管理自己的账号',
  'notice.read': '阅读公告',
  // people and their records
  'person.list': '查看人员名单',
  'person.search': '查找人员',
  'person.read': '查看人员信息',
  'person.add': '登记名册外人员',
  'record.collect': '采集填报',
  'record.review': '审核采集记录',
  'record.accept': '验收采集记录',
  'held.read': '查看等待办理的上传内容',
  'comparison.read': '查看两份不同的填报',
  'comparison.settle': '选定两份不同的填报',
  'employer.collect': '采集用人单位',
  'visit.record': '登记上门和电话结果',
  'placement.claim': '认领待归属人员',
  // work
  'assignment.read': '查看采集分工',
  'assignment.manage': '分派采集任务',
  'lease.hold': '领取采集任务',
  'quality.read': '查看质量线索',
  'progress.read': '查看进度',
  // publicity
  'reminder.send': '发送提醒',
  'notice.publish': '发布公告',
  'notice.count': '查看公告阅读情况',
  // the register
  'register.import': '导入户籍名册',
  'register.correct': '更正名册（归并、迁移、分户）',
  'register.transfer': '办理村间迁移',
  // the office
  'account.manage': '管理账号',
  'outtray.read': '查看消息发件箱',
  'job.read': '查看后台任务',
  'campaign.manage': '设置工作阶段',
  // secrecy
  'secret.reveal': '查看证件号码和电话原文',
  'export.request': '申请导出数据',
  'export.approve': '审批导出',
  'key.rotate': '更换密钥',
  'audit.read': '查看操作记录',
  'audit.publish': '公布操作记录核对码',
  'correction.handle': '处理更正申请',
} as const;

export type Verb = keyof typeof verbs;
export const allVerbs = Object.keys(verbs) as Verb[];
