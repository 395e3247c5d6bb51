import { codes } from '../codes';

export const skillLevel = codes({
  id: 'skill_level',
  title: '技能等级',
  standard: '国家职业资格 / 职业技能等级',
  evidence: '国家职业资格五级；特级、首席技师与学徒工按人社部发〔2022〕14号，未再核对',
  items: [
    { code: '0', label: '无', hint: '没有职业资格或技能等级证书' },
    { code: '5', label: '初级工(五级)' },
    { code: '4', label: '中级工(四级)' },
    { code: '3', label: '高级工(三级)' },
    { code: '2', label: '技师(二级)' },
    { code: '1', label: '高级技师(一级)' },
    { code: 'T1', label: '特级技师', hint: '2022年起新设' },
    { code: 'T2', label: '首席技师', hint: '2022年起新设' },
    { code: 'T0', label: '学徒工', hint: '2022年起新设' },
  ],
});

export const trainingDone = codes({
  id: 'training_done',
  title: '参加培训情况',
  standard: '同类小程序',
  evidence: '同类小程序',
  items: [
    { code: '1', label: '未参加' },
    { code: '2', label: '职业技能培训' },
    { code: '3', label: '创业培训' },
    { code: '9', label: '其他培训' },
  ],
});

export const trainingCourse = codes({
  id: 'training_course',
  title: '培训工种',
  standard: '同类系统 培训工种',
  evidence: '两个同类系统合并，编号为本系统所定；20、21为本县所加；00排斥其余',
  items: [
    { code: '00', label: '无意向' },
    { code: '01', label: '育婴员' },
    { code: '02', label: '保育员' },
    { code: '03', label: '中式烹调' },
    { code: '04', label: '中式面点' },
    { code: '05', label: '维修电工' },
    { code: '06', label: '电焊工' },
    { code: '07', label: '茶艺师' },
    { code: '08', label: '保安员' },
    { code: '09', label: '汽车维修工' },
    { code: '10', label: '创业培训' },
    { code: '11', label: '服装缝纫' },
    { code: '12', label: '制鞋' },
    { code: '13', label: '电子技术' },
    { code: '14', label: '计算机' },
    { code: '15', label: '家电维修' },
    { code: '16', label: '数控车床' },
    { code: '17', label: '家政服务' },
    { code: '18', label: '美容美发' },
    { code: '19', label: '商业营销' },
    { code: '20', label: '马尾绣' },
    { code: '21', label: '种植养殖' },
    { code: '99', label: '其他' },
  ],
});

export const trainingDays = codes({
  id: 'training_days',
  title: '培训时长',
  standard: '同类小程序',
  evidence: '同类小程序',
  items: [
    { code: '1', label: '3-5天' },
    { code: '2', label: '10-15天' },
    { code: '3', label: '20-30天' },
    { code: '4', label: '30天以上' },
  ],
});
