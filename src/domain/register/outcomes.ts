/** How a row of the file ended. Every row read has exactly one. */
export const rowOutcomes = {
  added: '新增',
  updated: '更新',
  unchanged: '没有变化',
  doubtful: '存疑',
  refused: '未收',
} as const;

export type RowOutcome = keyof typeof rowOutcomes;
export const allRowOutcomes = Object.keys(rowOutcomes) as RowOutcome[];

/**
 * Why a row is doubtful or was refused, and what to do about it. `kept` rows are in the register, under a temporary
 * identity where their number cannot be used; the others changed nothing.
 */
export const rowReasons = {
  noId: {
    outcome: 'doubtful',
    kept: true,
    sentence: '没有身份证号，已按临时身份登记。取得号码后在“重复待核实”的“临时身份”里补录。',
  },
  wrongId: { outcome: 'doubtful', kept: true, sentence: '身份证号有误，已按临时身份登记。请对照户口本更正号码。' },
  oldId: { outcome: 'doubtful', kept: true, sentence: '是15位旧身份证号，已按临时身份登记。请核对换算出的18位号码。' },
  twiceInFile: { outcome: 'doubtful', kept: false, sentence: '与本文件前面的一行是同一个人，这一行没有再收。' },
  numberTwice: {
    outcome: 'doubtful',
    kept: true,
    sentence: '身份证号与另一人相同、姓名不同，已按临时身份登记，请在“重复待核实”里查明号码是谁的。',
  },
  nameDiffers: {
    outcome: 'doubtful',
    kept: false,
    sentence: '身份证号相同、姓名与名册不一致，没有改动名册。请核对后更正。',
  },
  idAgainstSex: { outcome: 'doubtful', kept: true, sentence: '性别与身份证号不一致，已按身份证号登记。请核对。' },
  idAgainstBirth: { outcome: 'doubtful', kept: true, sentence: '出生日期与身份证号不一致，已按身份证号登记。请核对。' },
  birthMissing: {
    outcome: 'doubtful',
    kept: true,
    sentence: '没有身份证号，也没有写清出生日期，已按临时身份登记。请补上。',
  },
  headMissing: {
    outcome: 'doubtful',
    kept: true,
    sentence: '这一户没有户主，已登记。请打开其中一人，在“本户”里用“户主变更”指定。',
  },
  headTwice: {
    outcome: 'doubtful',
    kept: true,
    sentence: '这一户有两个户主，以先出现的一个为户主，这一人已登记。请核对。',
  },
  headOtherNumber: {
    outcome: 'doubtful',
    kept: true,
    sentence: '写的是户主，户主身份证号却不是本人的，已登记。请核对。',
  },
  unplaced: { outcome: 'doubtful', kept: true, sentence: '认不准是哪个村（居），已登记，在“待归属”里等待认领。' },
  nameUnreadable: {
    outcome: 'doubtful',
    kept: true,
    sentence: '姓名里有打不出或看不清的字，已登记。请对照户口本补正。',
  },
  deadInRegister: {
    outcome: 'doubtful',
    kept: true,
    sentence: '名册写明已死亡或注销，此人没有从名册删除，请核实后办理。',
  },
  movedOut: {
    outcome: 'doubtful',
    kept: true,
    sentence: '名册写明已迁出，此人没有从名册删除，请核实后办理。',
  },
  idRounded: {
    outcome: 'doubtful',
    kept: true,
    sentence: '身份证号被表格软件当成数字，末几位已丢失，已按临时身份登记。请把这一列设为文本后重新导出。',
  },
  noName: { outcome: 'refused', kept: false, sentence: '没有姓名，这一行没有收。' },
  badName: { outcome: 'refused', kept: false, sentence: '姓名不像人名，这一行没有收。请改正后重新导入。' },
  notAPerson: { outcome: 'refused', kept: false, sentence: '这一行是合计、备注或重复的表头，不是人员。' },
  columnShift: {
    outcome: 'refused',
    kept: false,
    sentence: '这一行的列数比表头多，内容可能错位，没有收。请检查是否多了逗号。',
  },
  alreadyGone: {
    outcome: 'refused',
    kept: false,
    sentence: '名册写明已死亡、注销或迁出，本县名册里也没有此人，没有收。',
  },
} as const satisfies Record<string, { outcome: 'doubtful' | 'refused'; kept: boolean; sentence: string }>;

export type RowReason = keyof typeof rowReasons;
export const allRowReasons = Object.keys(rowReasons) as RowReason[];

/** What a second edition shows about a person, compared with the one before. */
export const editionChanges = {
  came: '新进',
  left: '不在新名册',
  moved: '换了村（居）',
  died: '可能死亡',
} as const;

export type EditionChange = keyof typeof editionChanges;
export const allEditionChanges = Object.keys(editionChanges) as EditionChange[];
