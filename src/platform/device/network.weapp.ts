import Taro from '@tarojs/taro';
import type { Network } from './network-port';

let connected = true;
const watchers = new Set<(online: boolean) => void>();

/** WeChat tells changes only; what holds at the start is asked once. */
function begin(): void {
  Taro.onNetworkStatusChange?.(({ isConnected }) => tell(isConnected));
  Taro.getNetworkType?.({ success: ({ networkType }) => tell(networkType !== 'none') });
}

function tell(online: boolean): void {
  if (online === connected) return;
  connected = online;
  for (const watcher of watchers) watcher(online);
}

let begun = false;

export const network: Network = {
  online() {
    start();
    return connected;
  },
  watch(changed) {
    start();
    watchers.add(changed);
    return () => void watchers.delete(changed);
  },
};

function start(): void {
  if (begun) return;
  begun = true;
  begin();
}
