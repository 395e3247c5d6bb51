import Taro from '@tarojs/taro';
import type { Envelope } from '@/domain/operations/envelope';
import { patience, Unreachable } from './unreachable';

let ready = false;

/** Calls a cloud function of WeChat's cloud. The platform adds who calls; nothing of that kind is sent from here. */
export async function callFunction(name: string, envelope: Envelope): Promise<unknown> {
  prepare();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Unreachable()), patience);
  });
  try {
    const { result } = await Promise.race([Taro.cloud.callFunction({ name, data: envelope }), late]);
    return result;
  } catch {
    throw new Unreachable();
  } finally {
    clearTimeout(timer);
  }
}

/** At the first call, not at the start: a WeChat too old for the cloud must still show the page that says so. */
function prepare(): void {
  if (ready) return;
  if (!Taro.cloud) throw new Unreachable();
  // Without an environment named at build time the first one of the mini-program is taken.
  const env = process.env.TARO_APP_CLOUD_ENV;
  Taro.cloud.init(env ? { env } : {});
  ready = true;
}
