import { pagesIn } from './routes';

// Only the browser has the console: nothing of it may reach the phone's packages.
const packages =
  process.env.TARO_ENV === 'h5'
    ? (['enumerator', 'committee', 'office', 'console'] as const)
    : (['enumerator', 'committee', 'office'] as const);

export default defineAppConfig({
  pages: pagesIn('main'),
  subPackages: packages.map((root) => ({ root, pages: pagesIn(root) })),
  window: {
    navigationBarTitleText: '应统',
    navigationBarBackgroundColor: '#2F4AA0',
    navigationBarTextStyle: 'white',
    backgroundColor: '#F3F5F9',
    backgroundTextStyle: 'dark',
  },
  animation: false,
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
});
