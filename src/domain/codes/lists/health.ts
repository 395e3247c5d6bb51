import { codes } from '../codes';

/** First digit of GB/T 2261.3: all that the form may ask about health. */
export const healthLevel = codes({
  id: 'health_level',
  title: '健康状况',
  standard: 'GB/T 2261.3-2003 第一位',
  evidence: '公开资料全文',
  items: [
    { code: '1', label: '健康或良好', hint: '没有什么病' },
    { code: '2', label: '一般或较弱', hint: '身体弱一些，但没有长期的病' },
    { code: '3', label: '有慢性病', hint: '有长期吃药或治疗的病' },
    { code: '6', label: '残疾', hint: '身体有残疾，不论有没有办证' },
  ],
});

export const health = codes({
  id: 'health',
  title: '健康状况(全)',
  standard: 'GB/T 2261.3-2003 (two-digit)',
  evidence: '公开资料全文',
  items: [
    { code: '10', label: '健康或良好' },
    { code: '20', label: '一般或较弱' },
    { code: '30', label: '有慢性病' },
    { code: '31', label: '心血管病' },
    { code: '32', label: '脑血管病' },
    { code: '33', label: '慢性呼吸系统病' },
    { code: '34', label: '慢性消化系统病' },
    { code: '35', label: '慢性肾炎' },
    { code: '36', label: '结核病' },
    { code: '37', label: '糖尿病' },
    { code: '38', label: '神经或精神疾病' },
    { code: '41', label: '癌症' },
    { code: '49', label: '其他慢性病' },
    { code: '60', label: '残疾' },
    { code: '61', label: '视力残疾' },
    { code: '62', label: '听力残疾' },
    { code: '63', label: '言语残疾' },
    { code: '64', label: '肢体残疾' },
    { code: '65', label: '智力残疾' },
    { code: '66', label: '精神残疾' },
    { code: '67', label: '多重残疾' },
    { code: '69', label: '其他残疾' },
  ],
});

export const disabilityType = codes({
  id: 'disability_type',
  title: '残疾类别',
  standard: 'GB/T 26341-2010 / 残疾人证',
  evidence: '公开资料',
  items: [
    { code: '1', label: '视力残疾' },
    { code: '2', label: '听力残疾' },
    { code: '3', label: '言语残疾' },
    { code: '4', label: '肢体残疾' },
    { code: '5', label: '智力残疾' },
    { code: '6', label: '精神残疾' },
    { code: '7', label: '多重残疾' },
  ],
});

export const disabilityGrade = codes({
  id: 'disability_grade',
  title: '残疾等级',
  standard: 'GB/T 26341-2010 / 残疾人证',
  evidence: '公开资料；残疾人证号=身份证号+类别+等级',
  items: [
    { code: '1', label: '一级' },
    { code: '2', label: '二级' },
    { code: '3', label: '三级' },
    { code: '4', label: '四级' },
  ],
});
