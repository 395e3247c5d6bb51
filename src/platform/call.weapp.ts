import Taro from '@tarojs/taro';
import type { Envelope } from '@/domain/operations/envelope';
import { Unreachable } from './unreachable';

let ready = false;

/** Calls a cloud function of WeChat's cloud. The platform adds who calls; nothing of that kind is sent from here. */
export async function callFunction(name: string, envelope: Envelope): Promise<unknown> {
  if (!ready) {
    Taro.cloud.init({ env: process.env.TARO_APP_CLOUD_ENV });
    ready = true;
  }
  try {
    const { result } = await Taro.cloud.callFunction({ name, data: envelope });
    return result;
  } catch {
    throw new Unreachable();
  }
}
