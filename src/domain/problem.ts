/**
 * Every problem a person can be told: one code, one sentence, in one place.
 * A sentence says what is wrong and what to do; `{name}` stands for a detail that the thrower gives.
 * Details never hold an identity number, a phone number or an answer.
 */
export const problemSentences = {
  // the call itself
  'call.malformed': '请求内容读不出来，请退出后重新打开再试。',
  'call.oversize': '一次提交的内容太大（超过 100 KB），请分几次提交。',
  'call.unknownOperation': '没有“{operation}”这项操作，请更新到最新版本后再试。',
  'call.invalid': '“{field}”填写不正确：{reason}。请改正后再提交。',
  'call.replayed': '这次提交的编号已经被别的操作用过，请刷新页面后重新提交。',
  'call.unreachable': '现在连不上网络，内容已留在本机，有信号后会再发送。',
  'call.busy': '系统正忙，请稍等一会儿再试。',
  internal: '系统出了意外，您的内容没有丢失，请稍后再试；多次出现请联系县就业办。',
  // who may do what
  'access.signIn': '请先登录，再继续。',
  'access.sessionEnded': '登录已过期，请重新登录；未提交的内容仍在本机。',
  'access.suspended': '您的账号已停用，请联系所在单位的管理员。',
  'access.ended': '您的岗位已到期，请联系所在单位的管理员。',
  'access.early': '您的岗位还没有到开始日期，请到那一天再用。',
  'access.undertaking': '请先阅读并确认保密承诺书，再查看个人信息。',
  'access.verb': '您的岗位不能做这件事（{verb}）。如有需要请联系县就业办。',
  'access.scope': '这不在您负责的范围内，请联系负责的村、镇。',
  'access.localOnly': '演示身份只能在本机演示环境里使用。',
  // things that are not there or not so any more
  'found.nothing': '没有找到{what}，可能已被删除或编号有误。',
  'state.changed': '{what}刚刚被别人改动过，请刷新后重新操作。',
  'state.wrong': '{what}现在的状态是“{state}”，不能这样操作。',
  // forms
  'form.unknown': '没有这种表，请更新到最新版本后再试。',
  'form.expired': '您用的是第 {version} 版表格，已停用。请更新后再提交，已填内容会自动带过去。',
  'form.faults': '有 {count} 处需要改正：{first}',
  'form.warnings': '有 {count} 处请确认并说明原因：{first}',
  'form.consent': '请先阅读并同意信息采集告知书，再填写。',
  // people and places
  'person.duplicateId':
    '这个身份证号在县里已经登记过，没有再登记一次。请先用这个号码查找；如果号码没有错，请联系镇街核对是不是同一个人。',
  'person.notYours': '您还没有把这位家人加到自己名下，请先添加并说明关系。',
  'person.mismatch': '姓名与身份证号在名册里对不上，请照户口本或身份证再核对一遍；每天可以试的次数有限。',
  'person.boundElsewhere': '此人已由另一个微信账号绑定。如果是您本人换了微信，请联系村委会核实。',
  'person.alreadySelf': '您已绑定本人信息，不用再次绑定。如绑错了人，请联系村委会。',
  'person.incomplete': '没有身份证号时，请把{missing}填完整。',
  'person.idNumber': '公民身份号码不正确：{reason}',
  'person.name': '姓名不正确：{reason}',
  'person.phone': '联系电话不正确：{reason}',
  'employer.exists': '这个统一社会信用代码已登记为“{name}”（{village}），请在单位名单里打开它再填。',
  'visit.time': '走访时间不能晚于现在，请检查手机时间。',
  'person.closed': '此人已按“{state}”办结，如需更正请联系村委会。',
  'slip.code': '这个告知单号码不对，或者已经换了新的。请照纸上的号码再输一遍；还是不行，请找村委会重新打印。',
  'household.windowClosed': '自己选择填报方式的时间到 {day} 为止，采集员会上门。您现在也可以自己填报。',
  'division.unknown': '“{code}”不是本县在用的村（居）代码，请重新选择。',
  'record.early': '这份内容依据的上一次填报还没有送达，请等它送达后再试。',
  'comparison.mayNot': '{reason}',
  'rescue.file': '这份救援文件打不开：不是本县的文件，或内容不完整、被改动过。请让采集员重新导出后再导入。',
  'entry.dropped': '这条内容已由{by}作废：{why}。如需保留，请重新填写后再提交。',
  'placement.settled': '此人已归属{village}，不用再认领。',
  // reminders and notices
  'remind.none': '选中的人现在都不能提醒：{reason}',
  'remind.quiet': '晚上九点到早上八点不发提醒，请在白天再试。',
  'notice.withdrawn': '这份公告已撤回。',
  // the phone's own storage
  'storage.full': '手机里留给本程序的空间满了。请先连网发送待发的内容，腾出空间后再继续。',
  'dial.offline': '拨号要先从系统取号码，现在没有信号。请到有信号的地方再拨，或先上门。',
  'storage.room': '手机里留给本程序的空间不够再{what}。请先连网发送待发的内容，或在“准备今天的村”里结束不去的村。',
  'storage.elsewhere': '这张表在另一个窗口里也在填，那边的改动更新，这里的改动没有存。',
  'storage.people': '一台手机最多带 {most} 人的名单，再加上这个村就超过了。请先结束不去的村，再准备这个村。',
  'storage.entry': '这一项内容太大，手机里存不下，请分成几次填写。',
  'storage.unavailable': '手机存储打不开，内容可能留不住。请关闭无痕模式，或换一个浏览器再试。',
  // the photo of a signed sheet
  'paper.notPicture': '这不是能打开的照片，请重新拍一张。',
  'paper.size': '照片太大（超过 {limit} KB），请离纸近一些、只拍签名的那一页，再拍一次。',
  'paper.broken': '照片没有完整收到，或内容对不上。请删去这一条，打开这个人的采集表重新拍照提交。',
  'paper.camera': '打不开相机或相册，请在手机设置里允许使用相机后再试。',
  // files
  'file.ticket': '这个文件链接已经用过或已过期，请回到原来的页面重新操作。',
  'file.oversize': '文件太大（超过 {limit} MB），请拆成几份再上传。',
  'file.full': '服务器的磁盘满了，文件没有收下。请联系管理员腾出空间后再上传。',
  'file.broken': '文件没有传完，请检查网络后重新上传。',
  // settings of the office
  'account.lastOfficer': '至少要保留一名县级管理员，不能停用最后一名。',
  'account.code': '邀请码不正确、已用过或已过期，请向发放人重新索取。',
  'account.phoneMismatch': '手机号与人员名册上的不一致，请用名册登记的手机号，或请管理员更正名册。',
  'account.phoneProof': '请点“用微信手机号验证”，不能手工填写手机号。',
  'account.role': '“{role}”岗位要由县就业办设立，请联系县就业办。',
  'account.reach': '“{role}”的负责范围应选{level}，请重新选择。',
  'account.self': '不能停用自己正在使用的账号或岗位，请由另一名管理员操作。',
  'account.dates': '岗位的结束日期不能早于开始日期，请改正日期。',
  'signIn.code': '登录码不正确、已用过或已过期，请在电脑上换一个新码再试。',
  'signIn.phone': '请在手机微信里确认电脑登录，不能在电脑上自己确认。',
  'call.tooOften': '试得太频繁了，请过 {minutes} 分钟再试。',
  // publicity
  'notice.identity': '公告的{where}里有像身份证号码或手机号码的内容，请删去后再发布；联系电话请填在“联系电话”栏。',
  'phases.order': '工作阶段还不能保存：{reason}',
  'phases.closed': '{reason}',
  // work shared out
  'assignment.held': '{village}已经分派给{name}，请先收回再分派。',
  'assignment.overlap': '{village}的整村和其中一部分不能同时分派，请先收回{name}手里的任务。',
  'assignment.language':
    '{village}要说{language}，{name}不会说。请换一位采集员，或写明仍然分派的原因（如：由带队村干部翻译）。',
  'assignment.post': '只能分派给这个地方在岗的采集员，请重新选择。',
  'assignment.until': '任务期限应在今天之后，并且不晚于采集员岗位到期日，请改正日期。',
  'assignment.nobody': '这个地方没有可以分派的采集员，请先邀请采集员或扩大他们的负责范围。',
  // the register
  'import.file': '这个文件不能导入：{reason}',
  'import.busy': '{name}正在导入“{fileName}”，请等它完成或停止后再开始。',
  'import.mapping': '{reason}',
  'import.covers': '“{code}”不在本县范围内，请重新选择这份名册包含的地方。',
  'register.samePerson': '选中的是同一个人，不能合并。请重新选择。',
  'register.household': '{reason}',
  'register.transfer': '{reason}',
  'register.identity': '{reason}',
  // secrecy
  'secret.limit': '您今天查看原文已达 {limit} 次上限，请明天再看；确有急需，请联系县就业办。',
  'secret.broken': '这条加密内容校验不通过，可能被改动过，没有显示。请不要再试，把这个人的姓名和所在的村报告县保密员。',
  'secret.role': '您的岗位不能查看“{what}”原文。如工作需要，请联系镇街或县就业办。',
  'export.asker': '您的岗位不能按“{purpose}”导出，请选择别的用途，或请{roles}申请。',
  'export.own': '不能审批自己提出的导出申请，请由另一名有审批权的人审批。',
  'export.approver': '“{purpose}”类导出要由{roles}审批，请转给他们办理。',
  'export.taker': '只有申请人本人能下载或撤销这份文件。',
  'export.expired': '这份文件已过期并删除，如仍需要请重新申请。',
  'export.taken': '这份文件已下载 {times} 次，不能再下载，如仍需要请重新申请。',
  'correction.tooMany': '您已有 {count} 件申请在等待处理，请等答复后再提。',
  'keys.nothing': '现在没有新的密钥可换。请先按部署说明生成新密钥并重新启动，再来这里重新加密。',
  'audit.day': '{day}的核对码还没有生成，每天结束后自动生成，请第二天再公布。',
  // review
  'review.refused': '{reason}',
  // long work
  'job.running': '“{title}”正在进行，请等它完成或取消后再开始。',
} as const;

export type ProblemCode = keyof typeof problemSentences;
export type ProblemDetails = Readonly<Record<string, string | number>>;

/** What crosses the wire in place of a value. */
export interface ProblemReply {
  code: ProblemCode;
  message: string;
  details: ProblemDetails;
}

/** An expected outcome that is not success: thrown inside, answered as a reply, never logged as a surprise. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly code: ProblemCode,
    readonly details: ProblemDetails = {}
  ) {
    super(sentence(code, details));
  }

  toReply(): ProblemReply {
    return { code: this.code, message: this.message, details: this.details };
  }
}

/** By name, not by class: each function is a bundle with its own copy of the class, and services cross from one to another. */
export const isProblem = (value: unknown): value is Problem => value instanceof Error && value.name === 'Problem';

export const isProblemCode = (value: unknown): value is ProblemCode =>
  typeof value === 'string' && Object.hasOwn(problemSentences, value);

function sentence(code: ProblemCode, details: ProblemDetails): string {
  return problemSentences[code].replace(/\{(\w+)\}/g, (_, key: string) => String(details[key] ?? ''));
}
