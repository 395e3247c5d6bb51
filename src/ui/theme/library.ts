/** The styles of the library's parts we use, and no others; imported first, so that ours come after. */
import '@taroify/core/styles/index.scss';
import '@taroify/core/transition/index.scss';
import '@taroify/core/backdrop/index.scss';
import '@taroify/core/loading/index.scss';
import '@taroify/core/button-base/index.scss';
import '@taroify/core/button/index.scss';
import '@taroify/core/popup/index.scss';
import '@taroify/core/dialog/index.scss';
import '@taroify/core/toast/index.scss';
import '@taroify/core/tabs/index.scss';
import '@taroify/core/picker/index.scss';
import '@taroify/core/cascader/index.scss';
import '@taroify/core/swipe-cell/index.scss';
