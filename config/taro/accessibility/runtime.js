import { mergeInternalComponents } from '@tarojs/shared';
import { ariaOf } from './attributes';

mergeInternalComponents(ariaOf());
