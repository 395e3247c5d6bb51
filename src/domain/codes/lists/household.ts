import { codes } from '../codes';

export const hukou = codes({
  id: 'hukou',
  title: '户口性质(全)',
  standard: '人社指标 AAC009',
  evidence: '四个公开系统所见；51、52仅见名称',
  items: [
    { code: '10', label: '非农业户口(城镇)' },
    { code: '11', label: '本地非农业户口(本地城镇)' },
    { code: '12', label: '外地非农业户口(外地城镇)' },
    { code: '20', label: '农业户口(农村)' },
    { code: '21', label: '本地农业户口(本地农村)' },
    { code: '22', label: '外地农业户口(外地农村)' },
    { code: '30', label: '港澳台侨人员' },
    { code: '31', label: '香港特别行政区居民' },
    { code: '32', label: '澳门特别行政区居民' },
    { code: '33', label: '台湾地区居民' },
    { code: '34', label: '华侨' },
    { code: '40', label: '外国人' },
    { code: '41', label: '未取得永久居留权的外国人' },
    { code: '42', label: '取得永久居留权的外国人' },
    { code: '50', label: '居民户口(含农业户口、非农业户口)' },
    { code: '51', label: '本地居民户口' },
    { code: '52', label: '外地居民户口' },
  ],
});

/** The three values the form asks of AAC009. */
export const hukouNature = codes({
  id: 'hukou_nature',
  title: '户口性质',
  standard: '人社指标 AAC009',
  evidence: 'AAC009 中本表用到的三个值',
  items: [
    { code: '10', label: '非农业户口(城镇)', hint: '户口本上写“非农业”或“城镇”' },
    { code: '20', label: '农业户口(农村)', hint: '户口本上写“农业”或“农村”' },
    { code: '50', label: '居民户口', hint: '新户口本上只写“居民户口”' },
  ],
});

/** `national` is the GB/T 4761 code a department exchange sends; see relation.ts for the sex of 媳婿 and 公婆. */
export const relationShort = codes({
  id: 'relation_short',
  title: '与户主关系',
  standard: '国家统计局劳动力调查表 2017 (R201) F1',
  evidence: '调查表原文；国标对应码为本系统所定',
  items: [
    { code: '0', label: '户主', national: '02' },
    { code: '1', label: '配偶', national: '10' },
    { code: '2', label: '子女', national: '20' },
    { code: '3', label: '父母', national: '50' },
    { code: '4', label: '岳父母或公婆', national: '50' },
    { code: '5', label: '祖父母', national: '60' },
    { code: '6', label: '媳婿', national: '28' },
    { code: '7', label: '孙子女', national: '40' },
    { code: '8', label: '兄弟姐妹', national: '70' },
    { code: '9', label: '其他', national: '80' },
  ],
});

export const phoneOwner = codes({
  id: 'phone_owner',
  title: '号码归属',
  standard: '本系统',
  evidence: '本系统所定',
  items: [
    { code: '1', label: '本人' },
    { code: '2', label: '家属' },
    { code: '3', label: '村干部' },
  ],
});
