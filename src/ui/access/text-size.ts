import Taro from '@tarojs/taro';
import { useSyncExternalStore } from 'react';

export type TextSize = 'normal' | 'large';

const key = 'text-size';
const listeners = new Set<() => void>();
let chosen: TextSize | undefined;

/** 大字: kept on the phone; until somebody chose, the phone's own font setting decides. */
export function useTextSize(): [TextSize, (size: TextSize) => void] {
  return [useSyncExternalStore(subscribe, textSize, textSize), chooseTextSize];
}

export function textSize(): TextSize {
  chosen ??= stored() ?? fromPhone();
  return chosen;
}

export function chooseTextSize(size: TextSize): void {
  chosen = size;
  Taro.setStorageSync(key, size);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function stored(): TextSize | undefined {
  const value: unknown = Taro.getStorageSync(key);
  return value === 'large' || value === 'normal' ? value : undefined;
}

/** WeChat's standard is 16; from 19 on the person has asked the phone for large letters. */
function fromPhone(): TextSize {
  const { fontSizeSetting = 16 } = Taro.getSystemInfoSync();
  return fontSizeSetting >= 19 ? 'large' : 'normal';
}
