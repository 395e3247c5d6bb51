import { Text, View } from '@tarojs/components';

export default function Page() {
  return (
    <View>
      <View>今日采集</View>
      <Text>请先登录，再打开您负责的村。</Text>
    </View>
  );
}
