/** What WeChat offers a mini-program, as far as the product uses it: plain memory instead of a phone. */

export interface CloudRequest {
  operation: string;
  input: unknown;
  requestId: string;
  session?: string;
  post?: string;
}

/** Answers one call; the function's name comes first, as in `callFunction({ name, data })`. */
export type CloudHandler = (request: CloudRequest, functionName: string) => unknown;

export interface Phone {
  storage: Map<string, unknown>;
  calls: CloudRequest[];
  toasts: string[];
  handler: CloudHandler;
  answersSubscription: 'accept' | 'reject';
  /** KB that lie in the storage already. */
  used: number;
}

type Options = Record<string, unknown> & {
  success?: (result: unknown) => void;
  fail?: (error: unknown) => void;
  complete?: (result: unknown) => void;
};

export const newPhone = (): Phone => ({
  storage: new Map(),
  calls: [],
  toasts: [],
  handler: (request) => {
    throw new Error(`This run did not say what the cloud answers to ${request.operation}.`);
  },
  answersSubscription: 'accept',
  used: 0,
});

/** `navigate` opens and leaves pages; everything else needs only the phone. */
export function wxOf(phone: Phone, navigate: (how: string, url: string) => void) {
  const answer = (options: Options | undefined, result: unknown) => {
    options?.success?.(result);
    options?.complete?.(result);
    return Promise.resolve(result);
  };
  /** With callbacks WeChat gives no promise; one that nobody holds would end the run. */
  const refuse = (options: Options, error: unknown) => {
    options.fail?.(error);
    options.complete?.(error);
    return options.fail ? undefined : Promise.reject(error);
  };
  const jump = (how: string) => (options: Options) => {
    setTimeout(() => navigate(how, String(options.url ?? '')), 0);
    return answer(options, { errMsg: `${how}:ok` });
  };
  const ok = (options?: Options) => answer(options, { errMsg: 'ok' });
  const system = { platform: 'devtools', fontSizeSetting: 16, windowWidth: 375, windowHeight: 667, pixelRatio: 2 };

  return {
    getSystemInfoSync: () => ({
      ...system,
      SDKVersion: '3.5.0',
      language: 'zh_CN',
      safeArea: { bottom: 667, top: 20 },
    }),
    getWindowInfo: () => ({ ...system, screenHeight: 667, safeArea: { bottom: 667, top: 20 } }),
    getAppBaseInfo: () => ({ ...system, SDKVersion: '3.5.0' }),
    getDeviceInfo: () => system,
    getAccountInfoSync: () => ({ miniProgram: { envVersion: 'develop', appId: 'touristappid' } }),
    getLaunchOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001 }),
    getMenuButtonBoundingClientRect: () => ({ top: 26, bottom: 58, height: 32, left: 281, right: 368, width: 87 }),
    canIUse: () => true,
    getStorageSync: (key: string) => phone.storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void phone.storage.set(key, value),
    removeStorageSync: (key: string) => void phone.storage.delete(key),
    getStorageInfoSync: () => ({ keys: [...phone.storage.keys()], currentSize: phone.used, limitSize: 10240 }),
    getStorage: (options: Options) => {
      const key = String(options.key);
      return phone.storage.has(key)
        ? answer(options, { data: phone.storage.get(key) })
        : refuse(options, { errMsg: 'getStorage:fail data not found' });
    },
    setStorage: (options: Options) => {
      phone.storage.set(String(options.key), options.data);
      return ok(options);
    },
    removeStorage: (options: Options) => {
      phone.storage.delete(String(options.key));
      return ok(options);
    },
    getNetworkType: (options?: Options) => answer(options, { networkType: 'wifi' }),
    onNetworkStatusChange: () => undefined,
    offNetworkStatusChange: () => undefined,
    login: (options?: Options) => answer(options, { code: 'code-of-the-run', errMsg: 'login:ok' }),
    requestSubscribeMessage: (options: Options & { tmplIds?: string[] }) =>
      answer(options, Object.fromEntries((options.tmplIds ?? []).map((id) => [id, phone.answersSubscription]))),
    showToast: (options: Options) => {
      phone.toasts.push(String(options.title));
      return ok(options);
    },
    showModal: (options: Options) => answer(options, { confirm: true, cancel: false }),
    hideToast: ok,
    showLoading: ok,
    hideLoading: ok,
    makePhoneCall: ok,
    setClipboardData: ok,
    setNavigationBarTitle: ok,
    showShareMenu: ok,
    hideHomeButton: ok,
    pageScrollTo: ok,
    stopPullDownRefresh: ok,
    createSelectorQuery: emptyQuery,
    nextTick: (run: () => void) => setTimeout(run, 0),
    navigateTo: jump('navigateTo'),
    redirectTo: jump('redirectTo'),
    reLaunch: jump('reLaunch'),
    navigateBack: jump('navigateBack'),
    cloud: {
      init: () => undefined,
      callFunction: async (options: Options & { name: string; data: CloudRequest }) => {
        phone.calls.push(options.data);
        return answer(options, {
          result: await phone.handler(options.data, options.name),
          errMsg: 'cloud.callFunction:ok',
        });
      },
    },
  };
}

/** Layout does not exist here: every question about it is answered with nothing. */
function emptyQuery() {
  const query = {
    in: () => query,
    select: () => query,
    selectAll: () => query,
    selectViewport: () => query,
    boundingClientRect: () => query,
    scrollOffset: () => query,
    fields: () => query,
    node: () => query,
    exec: (done?: (results: unknown[]) => void) => setTimeout(() => done?.([]), 0),
  };
  return query;
}
