import { Text, View } from '@tarojs/components';

export default function Page() {
  return (
    <View>
      <View>居民申报</View>
      <Text>一年一次，几分钟填完。您填写的信息只用于就业服务和统计。</Text>
    </View>
  );
}
