const modern = [
  'zod',
  '@bufbuild',
  'uqr',
  '@taroify',
  'antd',
  '@ant-design',
  'rc-[a-z-]+',
  '@rc-component',
  'echarts',
  'zrender',
];
const inNodeModules = new RegExp(`node_modules[\\\\/](?:${modern.join('|')})[\\\\/]`);

/**
 * Libraries published in newer syntax than the phones we promise (Android 7, iOS 11);
 * without this Taro hands their code to the phone untranslated.
 */
export const isModernLibrary = (file: string): boolean => inNodeModules.test(file);
