import type { storage as Storage } from '@/platform/storage';
import { storageLimit } from '@/platform/storage-limits';
import { emptyBrowserStorage } from '../support/browser-storage';

/** What WeChat's storage does: limits, the growth of what it encrypts, and the words of its errors. */
const wechat = {
  kept: new Map<string, { data: string; encrypt: boolean }>(),
  broken: false,
  used: () => [...wechat.kept.values()].reduce((sum, { data, encrypt }) => sum + grown(data, encrypt), 0),
  getStorage: ({ key, encrypt = false }: { key: string; encrypt?: boolean }) => {
    if (wechat.broken) return Promise.reject({ errMsg: 'getStorage:fail system error' });
    const found = wechat.kept.get(key);
    if (found === undefined) return Promise.reject({ errMsg: 'getStorage:fail data not found' });
    if (encrypt !== found.encrypt) return Promise.reject({ errMsg: 'getStorage:fail decrypt' });
    return Promise.resolve({ data: found.data });
  },
  setStorage: ({ key, data, encrypt = false }: { key: string; data: string; encrypt?: boolean }) => {
    const [size, before] = [grown(data, encrypt), wechat.kept.get(key)];
    const others = wechat.used() - (before ? grown(before.data, before.encrypt) : 0);
    if (size > 1024 * 1024) return Promise.reject({ errMsg: 'setStorage:fail entry size limit reached' });
    if (others + size > 10 * 1024 * 1024)
      return Promise.reject({ errMsg: 'setStorage:fail exceed storage max size 10Mb' });
    wechat.kept.set(key, { data, encrypt });
    return Promise.resolve();
  },
  removeStorage: ({ key }: { key: string }) => Promise.resolve(wechat.kept.delete(key)),
  getStorageInfoSync: () => ({
    keys: [...wechat.kept.keys()],
    currentSize: Math.ceil(wechat.used() / 1024),
    limitSize: 10 * 1024,
  }),
};
const grown = (data: string, encrypt: boolean): number => Buffer.byteLength(data) * (encrypt ? 1.4 : 1);
jest.mock('@tarojs/taro', () => ({ __esModule: true, default: wechat }));

/** A reload: the module begins anew over what was kept. */
const reload = (end: 'h5' | 'weapp'): typeof Storage => {
  jest.resetModules();
  return require(`../../src/platform/storage.${end}`).storage;
};

beforeEach(() => {
  wechat.kept.clear();
  wechat.broken = false;
  emptyBrowserStorage();
});

describe.each(['h5', 'weapp'] as const)('what a person typed stays in the storage of %s', (end) => {
  it('after a reload, as it was', async () => {
    const draft = { answers: { name: '韦𠮷', skills: ['1', '2'], nothing: null, gone: undefined }, at: 3 };
    await reload(end).set('draft/1', draft);
    expect(await reload(end).get('draft/1')).toEqual({
      answers: { name: '韦𠮷', skills: ['1', '2'], nothing: null },
      at: 3,
    });
    expect(await reload(end).get('draft/2')).toBeUndefined();
  });

  it('is listed by prefix, in order, until it is removed', async () => {
    const storage = reload(end);
    for (const key of ['outbox/2', 'outbox/10', 'outboxes', 'draft/1', 'outbox/1']) await storage.set(key, key);
    await storage.remove('outbox/10');
    await storage.remove('outbox/77');
    expect(await storage.keys('outbox/')).toEqual(['outbox/1', 'outbox/2']);
  });

  it('is never more than WeChat encrypts in one key, and what was there stays', async () => {
    const storage = reload(end);
    await storage.set('bundle', 'small');
    await expect(storage.set('bundle', 'x'.repeat(0.75 * 1024 * 1024))).rejects.toMatchObject({
      code: 'storage.entry',
    });
    expect(await storage.get('bundle')).toBe('small');
  });

  it('is never more than 7.1 MB in all; what does not fit is refused whole and room is made by removing', async () => {
    const storage = reload(end);
    const piece = 'x'.repeat(700 * 1024);
    let kept = 0;
    const fill = async (): Promise<void> => {
      for (;;) {
        await storage.set(`village/${kept}`, piece);
        kept += 1;
      }
    };
    await expect(fill()).rejects.toMatchObject({
      code: 'storage.full',
      message: expect.stringMatching(/满了.+再继续。$/),
    });
    expect(kept).toBe(10);
    expect(await storage.get(`village/${kept}`)).toBeUndefined();
    expect(await storage.free()).toBeLessThan(700 * 1024);
    await storage.remove('village/0');
    await storage.set('outbox/1', { answers: {} });
    expect(await storage.get('outbox/1')).toEqual({ answers: {} });
  });

  it('counts the room again when a key is written over', async () => {
    const storage = reload(end);
    const before = await storage.free();
    for (let time = 0; time < 30; time += 1) await storage.set('draft/1', 'x'.repeat(700 * 1024));
    await storage.set('draft/1', 'x');
    expect(before - (await storage.free())).toBeLessThanOrEqual(1024);
  });
});

describe('in a browser', () => {
  it('two tabs that write at once leave a right count', async () => {
    const [one, other] = [reload('h5'), reload('h5')];
    await Promise.all([...Array(20).keys()].map((n) => (n % 2 ? one : other).set(`k${n}`, 'x'.repeat(1000))));
    const used = storageLimit - (await reload('h5').free());
    expect(used).toBe([...Array(20).keys()].reduce((sum, n) => sum + 1002 + `k${n}`.length, 0));
  });

  it('without a storage the person is told, and it is tried again later', async () => {
    Reflect.deleteProperty(globalThis, 'indexedDB');
    const storage = reload('h5');
    await expect(storage.set('draft/1', 1)).rejects.toMatchObject({ code: 'storage.unavailable' });
    emptyBrowserStorage();
    await storage.set('draft/1', 1);
    expect(await storage.get('draft/1')).toBe(1);
  });
});

it('in WeChat everything is encrypted, and what an older WeChat kept in the clear is still read', async () => {
  const storage = reload('weapp');
  await storage.set('draft/1', { name: '韦示例' });
  expect(wechat.kept.get('draft/1')?.encrypt).toBe(true);
  wechat.kept.set('draft/2', { data: '{"name":"潘示例"}', encrypt: false });
  expect(await storage.get('draft/2')).toEqual({ name: '潘示例' });
});

it('in WeChat a draft that cannot be read is not taken for none', async () => {
  const storage = reload('weapp');
  await storage.set('draft/1', 1);
  wechat.broken = true;
  await expect(storage.get('draft/1')).rejects.toMatchObject({ code: 'storage.unavailable' });
});
