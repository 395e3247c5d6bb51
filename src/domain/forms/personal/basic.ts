import { block } from '@/domain/form';
import { background } from './background';
import { identity } from './identity';
import { situation } from './situation';

export const basic = block({
  id: 'basic',
  title: '基本信息',
  step: '基本',
  pages: {
    identity: '证件和姓名',
    hukou: '户口在哪里',
    household: '您的户主',
    contact: '联系电话',
    home: '平时住在哪里',
    health: '身体状况',
    personal: '婚姻和文化程度',
    school: '正在读的学校',
    graduation: '毕业的学校',
    more: '还有两项，可以不填',
    support: '家里的情况',
  },
  fields: { ...identity, ...situation, ...background },
});
