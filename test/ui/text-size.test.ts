const kept = new Map<string, unknown>();
const phone = { fontSizeSetting: 16 };
jest.mock('@tarojs/taro', () => ({
  __esModule: true,
  default: {
    getStorageSync: (key: string) => kept.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => kept.set(key, value),
    getSystemInfoSync: () => phone,
  },
}));

beforeEach(() => {
  jest.resetModules();
  kept.clear();
});

const fresh = (): typeof import('@/ui/access/text-size') => require('@/ui/access/text-size');

test.each([
  [16, 'normal'],
  [18, 'normal'],
  [19, 'large'],
  [23, 'large'],
])('a phone whose letters are set to %i shows %s text', (setting, size) => {
  phone.fontSizeSetting = setting;
  expect(fresh().textSize()).toBe(size);
});

test('what somebody chose is there again after a restart, whatever the phone says', () => {
  phone.fontSizeSetting = 23;
  fresh().chooseTextSize('normal');
  jest.resetModules();
  expect(fresh().textSize()).toBe('normal');
});
