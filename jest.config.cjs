/** Five kinds of tests, by where the code they try runs. Plain `npx jest test/domain/form` works from here. */
const swc = (tsx) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx },
      transform: { react: { runtime: 'automatic' } },
      experimental: { keepImportAttributes: true },
    },
    module: { type: 'commonjs' },
  },
];

const typescript = { '\\.tsx$': swc(true), '\\.(ts|mjs|js)$': swc(false) };
const alias = { '^@/(.*)$': '<rootDir>/src/$1' };
const common = { rootDir: __dirname, moduleNameMapper: alias, transform: typescript };
const pages = 'ui|form-ui|outbox|platform|client|resident|enumerator|committee|office|console';

module.exports = {
  projects: [
    {
      ...common,
      displayName: 'rules',
      testEnvironment: 'node',
      testMatch: [
        '<rootDir>/test/*.test.ts',
        '<rootDir>/test/(domain|cloudfunctions|config|access|model|kills)/**/*.test.ts',
      ],
    },
    {
      ...common,
      displayName: 'ui',
      testEnvironment: 'jsdom',
      testMatch: [`<rootDir>/test/(${pages})/**/*.test.(ts|tsx)`],
      // The browser's side of every platform difference.
      moduleFileExtensions: ['h5.tsx', 'h5.ts', 'tsx', 'ts', 'js', 'mjs', 'json'],
      moduleNameMapper: {
        '\\.(scss|css)$': '<rootDir>/test/support/no-style.cjs',
        '^@tarojs/components$': '<rootDir>/test/support/taro-components.tsx',
        '^@tarojs/taro$': '<rootDir>/test/support/taro.ts',
        ...alias,
      },
      transformIgnorePatterns: ['node_modules/(?!(@taroify|@ant-design|uqr|zod|@tarojs)/)'],
    },
    {
      ...common,
      displayName: 'weapp',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/test/weapp/**/*.test.ts'],
      transform: { 'dist[\\\\/]weapp[\\\\/].*\\.js$': '<rootDir>/test/weapp/logic-layer.cjs', ...typescript },
    },
    {
      ...common,
      displayName: 'journeys',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/test/journeys/**/*.test.ts'],
    },
  ],
  testTimeout: 60_000,
};
