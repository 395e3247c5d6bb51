const systems: readonly [RegExp, string][] = [
  [/Windows NT 10/, 'Windows 10/11 电脑'],
  [/Windows/, 'Windows 电脑'],
  [/UOS|Uos/, '统信系统电脑'],
  [/Mac OS X/, '苹果电脑'],
  [/Linux/, 'Linux 电脑'],
];
const browsers: readonly [RegExp, string][] = [
  [/Edg\//, 'Edge 浏览器'],
  [/QQBrowser/, 'QQ 浏览器'],
  [/Firefox\//, '火狐浏览器'],
  [/Chrome\//, '谷歌内核浏览器'],
];

/** What the phone shows before it confirms: “Windows 电脑，Edge 浏览器”. From the browser's own description. */
export function deviceInWords(userAgent: string): string {
  const first = (words: readonly [RegExp, string][]) => words.find(([pattern]) => pattern.test(userAgent))?.[1];
  return [first(systems) ?? '电脑', first(browsers) ?? '浏览器'].join('，');
}
