import Taro from '@tarojs/taro';
import { fieldId } from './FieldFrame';

/**
 * Brings the field into sight, e.g. the first one with an error.
 * @param above how much of what stands above it is shown, in px; the page's own head takes some of it
 */
export function scrollToField(name: string, above = 72): void {
  void Taro.pageScrollTo({ selector: `#${fieldId(name)}`, offsetTop: -above, duration: 200 });
}
