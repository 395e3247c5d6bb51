import Taro from '@tarojs/taro';

/** Opens the dialler with the number; the person may still decide not to call. */
export async function dial(number: string): Promise<void> {
  await Taro.makePhoneCall({ phoneNumber: number.replace(/[^\d+]/g, '') }).catch(() => undefined);
}
