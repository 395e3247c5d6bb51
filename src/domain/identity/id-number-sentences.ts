/** What is wrong with an identity number, and what to do about it. No sentence repeats the number. */
export const idNumberSentences = {
  empty: '请填写公民身份号码。',
  characters: '身份号码只能是数字，最后一位可以是 X。请对照身份证改正。',
  length: '身份号码应为18位，现在的位数不对。请对照身份证逐位核对。',
  fifteenDigits: '这是15位的旧号码。请核对换算出的18位号码，与身份证或户口本一致再使用。',
  birthDate: '身份号码里的出生日期不存在。请核对第7至14位。',
  future: '身份号码里的出生日期还没有到。请核对第7至14位。',
  tooOld: '身份号码里的出生年份太早。请核对第7至10位。',
  checkDigit: '身份号码有一位不对，最后一位校验不通过。请对照身份证逐位核对。',
} as const;

export type IdNumberFault = keyof typeof idNumberSentences;
