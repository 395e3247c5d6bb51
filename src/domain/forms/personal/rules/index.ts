import type { KeptByForm } from '@/domain/form';
import type { PersonalRule } from '../answers';
import { classRules } from './class';
import { contactRules } from './contact';
import { householdRules } from './household';
import { identityRules } from './identity';
import { lifeRules } from './life';
import { wordRules } from './words';
import { workRules } from './work';

export const personalRules: readonly PersonalRule[] = [
  ...identityRules,
  ...classRules,
  ...householdRules,
  ...lifeRules,
  ...contactRules,
  ...wordRules,
  ...workRules,
];

/** Rules that no function needs to check, because the declaration cannot break them. */
export const keptByPersonalForm: readonly KeptByForm[] = [
  { id: 'E1', title: '身份号码18位、校验位、出生日期都对', by: '字段种类 idNumber' },
  { id: 'E7', title: '04—06、08—11 要填发生时间', by: 'classDate 的 required' },
  { id: 'E8', title: '不是适龄劳动力、也没有工作的，不填 B C D 块，填过的不保存', by: '各字段的 askedWhen' },
  { id: 'E13', title: '未参保、无意向、无就业意愿、无、未参加，不和别的同选', by: '字段种类 codes 的 exclusive' },
  { id: 'E15', title: '选“其他”要写明', by: '字段 <key>Other 的 required' },
  { id: 'W19', title: '现工作开始时间不晚于今天', by: '字段种类 yearMonth' },
  { id: 'W22', title: '退休返聘、学生打工都允许', by: '没有相反的规则' },
  { id: 'W23', title: '农业、居民户口问农村的问题，非农业户口不问', by: 'rural 条件' },
  { id: 'E26', title: '残疾的要回答有没有残疾人证，其他人不问', by: 'disabled 的 askedWhen 和 required' },
  { id: 'E28', title: '村（居）代码存在', by: '字段种类 division' },
];
