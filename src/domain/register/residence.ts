import { areaChildren, provinces } from '../codes/areas';
import { toHalfWidth, withoutSpaces } from '../identity';

/**
 * Province, prefecture or county of where somebody lives, six digits; '' when the words name none. It says where to
 * look for a migrant and never touches the village of his hukou.
 */
export function residenceCode(text: string): string {
  const plain = withoutSpaces(toHalfWidth(text));
  const province = provinces().find(({ name }) => plain.startsWith(stem(name)));
  if (province === undefined) return '';
  const rest = plain.slice(stem(province.name).length).replace(/^(省|市|(壮族|回族|维吾尔)?自治区|特别行政区)/, '');
  const prefecture = areaChildren(province.code).find(({ name }) => rest.startsWith(stem(name)));
  if (prefecture === undefined) return province.code.padEnd(6, '0');
  const inside = rest.slice(stem(prefecture.name).length).replace(/^(市|州|地区|盟)/, '');
  const county = areaChildren(prefecture.code).find(
    ({ code, name }) => code.length === 6 && inside.startsWith(stem(name))
  );
  return (county ?? prefecture).code.padEnd(6, '0');
}

/** 广东省 → 广东, 东莞市 → 东莞: people leave the last word out. A stem of one character would fit anything. */
function stem(name: string): string {
  const short = name.replace(/(特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|省|市)$/, '');
  return short.length >= 2 ? short : name;
}
