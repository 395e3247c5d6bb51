import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import { buildSettings } from './build-settings';
import { isModernLibrary } from './taro/modern-libraries';

const root = path.resolve(__dirname, '..');
const target = process.env.TARO_ENV ?? 'h5';

/** Taroify is drawn on a 750 px design, our own pages on 375 px. */
const designWidth = (input?: string | number | { file?: string }): number =>
  typeof input === 'object' && input.file?.replaceAll('\\', '/').includes('@taroify/core') ? 750 : 375;

/**
 * Taro's defaults aim at phones of 2016: they write every Chinese character as \uXXXX, twice its weight, and switch off
 * most of what makes code small.
 */
const switchedOff = ['arrows', 'collapse_vars', 'comparisons', 'computed_props', 'hoist_props', 'inline', 'loops'];
const alsoOff = ['negate_iife', 'properties', 'reduce_funcs', 'reduce_vars', 'switches', 'typeofs'];
const smallest = {
  output: { ascii_only: false, ecma: 2015 },
  compress: { ecma: 2015, ...Object.fromEntries([...switchedOff, ...alsoOff].map((step) => [step, true])) },
};

export default defineConfig<'webpack5'>({
  projectName: 'yingtong',
  date: '2026-11-23',
  designWidth,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  // The build command lets a new build take the old one's place only when it is whole.
  outputRoot: process.env.BUILD_INTO ?? `dist/${target}`,
  plugins: [path.join(root, 'config/taro/accessibility/index.js'), path.join(root, 'config/taro/page-titles.js')],
  // Without these the mini-program would look for `process`, which WeChat does not have.
  env: Object.fromEntries(Object.keys(buildSettings).map((name) => [name, JSON.stringify(process.env[name] ?? '')])),
  alias: { '@': path.join(root, 'src') },
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: {
    enable: process.env.CI !== 'true',
    buildDependencies: {
      config: ['.browserslistrc', 'babel.config.js', 'config/index.ts'].map((file) => path.join(root, file)),
    },
  },
  jsMinimizer: 'terser',
  terser: { enable: true, config: smallest },
  mini: {
    // What only subpackages use travels with them instead of weighing on every resident's first start.
    optimizeMainPackage: { enable: true },
    compile: { include: [isModernLibrary] },
    miniCssExtractPluginOption: { ignoreOrder: true },
  },
  h5: {
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    esnextModules: ['@taroify'],
    // A browser's px is already the phone's own unit; rem would blow the office desktop up.
    // Taro's plugin knows 'px', its types do not.
    postcss: { pxtransform: { enable: true, config: { targetUnit: 'px' as 'rem' } } },
    compile: { include: [isModernLibrary] },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    webpackChain(chain) {
      // Taro's default copies a library into every page that uses it.
      chain.optimization.splitChunks({ chunks: 'all', minSize: 20_000, maxInitialRequests: 12, maxAsyncRequests: 12 });
    },
  },
} satisfies UserConfigExport<'webpack5'>);
