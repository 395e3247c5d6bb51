import Taro from '@tarojs/taro';

/**
 * ms since some start; never goes back. Old phones have no performance clock (it counts in microseconds where it is
 * there): then the wall clock, held so that it does not go back within this run.
 */
export function monotonic(): number {
  const measured = Taro.getPerformance?.()?.now?.();
  if (typeof measured === 'number' && Number.isFinite(measured)) return Math.round(measured / 1000);
  last = Math.max(last, Date.now());
  return last;
}

let last = 0;
