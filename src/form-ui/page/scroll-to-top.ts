import Taro from '@tarojs/taro';

export const scrollToTop = (): void => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
