/** WeChat's camera, against the shapes that its documents give. */
type Wx = Record<string, unknown>;
const wechat: Wx = {};
jest.mock('@tarojs/taro', () => ({ __esModule: true, default: wechat }));

const load = () => {
  jest.resetModules();
  return require('../../src/platform/device/photo.weapp') as typeof import('../../src/platform/device/photo.weapp');
};
const wish = { mostBytes: 120 * 1024, longestSide: 1280, chosen: jest.fn() };
const jpeg = (bytes: number) =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(bytes)]).toString('base64');

beforeEach(() => {
  wish.chosen.mockClear();
  Object.assign(wechat, {
    chooseMedia: async () => ({ tempFiles: [{ tempFilePath: 'wxfile://one' }] }),
    getImageInfo: async () => ({ width: 3000, height: 4000 }),
    compressImage: jest.fn(async ({ quality }: { quality: number }) => ({ tempFilePath: `wxfile://${quality}` })),
    getFileSystemManager: () => ({
      readFile: ({ filePath, success }: { filePath: string; success: (read: { data: string }) => void }) =>
        success({ data: jpeg(filePath === 'wxfile://80' ? 150_000 : 90_000) }),
    }),
  });
});

test('a photo is made smaller until it fits', async () => {
  expect(await load().takePhoto(wish)).toBe(jpeg(90_000));
  expect(wechat.compressImage).toHaveBeenCalledWith({
    src: 'wxfile://one',
    quality: 80,
    compressedWidth: 960,
    compressedHeight: 1280,
  });
  expect(wish.chosen).toHaveBeenCalledTimes(1);
});

test('whoever gives up has no photo and no problem', async () => {
  wechat.chooseMedia = () => Promise.reject({ errMsg: 'chooseMedia:fail cancel' });
  expect(await load().takePhoto(wish)).toBeUndefined();
  expect(wish.chosen).not.toHaveBeenCalled();
});

test.each([
  [
    'a camera that may not be used',
    { chooseMedia: () => Promise.reject({ errMsg: 'chooseMedia:fail auth deny' }) },
    'paper.camera',
  ],
  ['what is no picture', { getImageInfo: () => Promise.reject({ errMsg: 'getImageInfo:fail' }) }, 'paper.notPicture'],
] as const)('%s is said', async (_what, broken, code) => {
  Object.assign(wechat, broken);
  await expect(load().takePhoto(wish)).rejects.toMatchObject({ code });
});
