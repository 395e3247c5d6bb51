/**
 * What a household register can tell about a person, in the order a mapping page shows it. `words` are the headers
 * counties use, most telling first; `required` are those without which a row cannot be told from another.
 */
export const registerFields = {
  name: { label: '姓名', required: true, words: ['姓名', '成员姓名', '人员姓名', '居民姓名', '名字', '公民姓名'] },
  idNumber: {
    label: '公民身份号码',
    required: true,
    words: [
      '公民身份号码',
      '身份证号码',
      '身份证号',
      '身份证',
      '公民身份证号',
      '证件号码',
      '证件号',
      '身份号码',
      '成员身份证号',
    ],
  },
  householdNo: {
    label: '户号',
    required: false,
    words: ['户号', '户编号', '家庭编号', '户籍号', '户口簿号', '户口本号', '户籍编号'],
  },
  headName: { label: '户主姓名', required: false, words: ['户主姓名', '户主', '户主名称', '户主名字'] },
  headIdNumber: {
    label: '户主身份证号',
    required: false,
    words: ['户主身份证号', '户主身份证号码', '户主公民身份号码', '户主证件号码', '户主证件号', '户主身份证'],
  },
  relation: {
    label: '与户主关系',
    required: false,
    words: ['与户主关系', '户主关系', '家庭关系', '成员关系', '关系', '与户主的关系'],
  },
  sex: { label: '性别', required: false, words: ['性别'] },
  birthDate: { label: '出生日期', required: false, words: ['出生日期', '出生年月', '出生年月日', '生日', '出生时间'] },
  ethnic: { label: '民族', required: false, words: ['民族', '族别'] },
  hukouNature: {
    label: '户口性质',
    required: false,
    words: ['户口性质', '户籍性质', '户口类型', '户口类别', '户籍类型', '户别'],
  },
  villageCode: {
    label: '村（居）代码',
    required: false,
    words: [
      '村居代码',
      '村代码',
      '行政区划代码',
      '区划代码',
      '户籍地代码',
      '行政村代码',
      '村社区代码',
      '统计用区划代码',
      '户籍地区划代码',
      '村编码',
    ],
  },
  town: {
    label: '镇（街道）',
    required: false,
    words: ['镇街', '乡镇', '镇', '街道', '乡镇街道', '所属乡镇', '镇街道', '乡镇名称', '所在乡镇'],
  },
  village: {
    label: '村（居）',
    required: false,
    words: [
      '村居',
      '行政村',
      '村',
      '村名',
      '居委会',
      '村委会',
      '村社区',
      '所属村',
      '村居委会',
      '村居名称',
      '户籍村',
      '村委',
      '社区',
      '所在村',
    ],
  },
  group: {
    label: '组（寨）',
    required: false,
    words: ['组', '村民小组', '村民组', '小组', '自然寨', '寨', '组别', '组名', '组寨', '自然村', '村组'],
  },
  houseNo: { label: '门牌号', required: false, words: ['门牌号', '门牌', '门楼牌号', '门号'] },
  address: {
    label: '户籍地址',
    required: false,
    words: [
      '户籍地址',
      '住址',
      '地址',
      '户籍所在地',
      '家庭住址',
      '户口所在地',
      '户籍地',
      '户籍住址',
      '详细地址',
      '家庭地址',
    ],
  },
  residence: {
    label: '现居住地',
    required: false,
    words: ['现居住地', '现住址', '居住地址', '常住地', '现住地', '经常居住地', '居住地', '现居住地址', '实际居住地'],
  },
  phone: {
    label: '联系电话',
    required: false,
    words: ['联系电话', '电话', '手机', '手机号', '手机号码', '电话号码', '联系方式', '本人电话', '移动电话'],
  },
  status: {
    label: '户籍变动',
    required: false,
    words: ['户籍变动', '变动类型', '户口状态', '人员状态', '状态', '注销原因', '变动原因'],
  },
} as const satisfies Record<string, RegisterFieldDeclaration>;

interface RegisterFieldDeclaration {
  label: string;
  required: boolean;
  words: readonly string[];
}

export type RegisterField = keyof typeof registerFields;
export const allRegisterFields = Object.keys(registerFields) as RegisterField[];

/** Which column of the file holds which field; columns count from 0. */
export type RegisterMapping = Partial<Record<RegisterField, number>>;

/** Any one of these says where the person is registered. */
export const placeFields: readonly RegisterField[] = ['villageCode', 'village', 'address'];

/** What a mapping still lacks, as one sentence; undefined when it will do. */
export function mappingGap(mapping: RegisterMapping, columnCount: number): string | undefined {
  const missing = allRegisterFields.filter((field) => registerFields[field].required && mapping[field] === undefined);
  if (missing.length > 0) {
    return `还没有指定“${missing.map((field) => registerFields[field].label).join('”“')}”是哪一列，请在表头里选出来。`;
  }
  if (placeFields.every((field) => mapping[field] === undefined)) {
    return '还没有指定村（居）：请在“村（居）代码”“村（居）”“户籍地址”里至少选一列。';
  }
  const used = allRegisterFields.flatMap((field) => mapping[field] ?? []);
  if (used.some((column) => column >= columnCount)) return '对应关系里有文件没有的列，请重新读取文件后再选。';
  const twice = used.find((column, place) => used.indexOf(column) !== place);
  return twice === undefined ? undefined : `第 ${twice + 1} 列被选了两次，每一列只能对应一项。`;
}
