import { Text, View } from '@tarojs/components';

export default function Page() {
  return (
    <View>
      <View>本村进度</View>
      <Text>请先登录，查看本村还有谁没有填报。</Text>
    </View>
  );
}
