import { Text, View } from '@tarojs/components';

export default function Page() {
  return (
    <View>
      <View>全县进度</View>
      <Text>请先登录，查看各镇采集进度。</Text>
    </View>
  );
}
