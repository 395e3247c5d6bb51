import { codes } from '../codes';

export const businessStatus = codes({
  id: 'business_status',
  title: '经营状态',
  standard: '本系统',
  evidence: '本系统所定',
  items: [
    { code: '1', label: '正常营业' },
    { code: '2', label: '停业' },
    { code: '3', label: '筹建' },
    { code: '4', label: '注销' },
    { code: '9', label: '其他' },
  ],
});

export const shortageReason = codes({
  id: 'shortage_reason',
  title: '招工难原因',
  standard: '本系统',
  evidence: '本系统所定',
  items: [
    { code: '1', label: '薪酬达不到求职者期望' },
    { code: '2', label: '技能不符合岗位要求' },
    { code: '3', label: '年龄不符合岗位要求' },
    { code: '4', label: '地点偏远、交通不便' },
    { code: '5', label: '季节性用工' },
    { code: '9', label: '其他' },
  ],
});

export const board = codes({
  id: 'board',
  title: '食宿',
  standard: '本系统',
  evidence: '本系统所定',
  items: [
    { code: '1', label: '包吃包住' },
    { code: '2', label: '包吃' },
    { code: '3', label: '包住' },
    { code: '9', label: '都不包' },
  ],
});
