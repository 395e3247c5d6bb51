import Taro from '@tarojs/taro';
import { fieldId } from './FieldFrame';

/** Brings the field into sight, e.g. the first one with an error. */
export function scrollToField(name: string): void {
  void Taro.pageScrollTo({ selector: `#${fieldId(name)}`, offsetTop: -72, duration: 200 });
}
