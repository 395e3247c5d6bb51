import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { pageUrl } from '@/routes';
import { aria, pressable } from '../access/attributes';
import { Icon } from '../icon/Icon';
import './phone-column.scss';

/** In a browser the page draws its own title bar, with the way back that WeChat gives for nothing. */
export function TitleBar({ title }: { title: string }) {
  const opened = Taro.getCurrentPages();
  const first = opened.length <= 1;
  const atHome = first && pageUrl('residentHome').startsWith(`/${opened[0]?.route?.replace(/^\/|\?.*$/g, '') ?? ''}`);
  return (
    <View className="yt-titlebar">
      {!atHome && (
        <View className="yt-titlebar__back" {...pressable(first ? goHome : goBack, { label: first ? '首页' : '返回' })}>
          <Icon name={first ? 'home' : 'left'} tone="white" />
        </View>
      )}
      <Text className="yt-titlebar__title" {...aria({ role: 'heading' })}>
        {title}
      </Text>
    </View>
  );
}

const goBack = () => void Taro.navigateBack();
const goHome = () => void Taro.reLaunch({ url: pageUrl('residentHome') });
