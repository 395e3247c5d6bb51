import Taro from '@tarojs/taro';

export const canScan = (): boolean => typeof Taro.scanCode === 'function';

/** What the code says: the scene of a mini-program code, or the text of a QR code. Undefined when the person gave up. */
export async function scan(): Promise<string | undefined> {
  try {
    const { result, path } = await Taro.scanCode({ scanType: ['qrCode'] });
    // A mini-program code answers with the page it opens; its scene is in the query.
    const scene = /[?&]scene=([^&]+)/.exec(path ?? '')?.[1];
    return scene === undefined ? result : decodeURIComponent(scene);
  } catch {
    return undefined;
  }
}
