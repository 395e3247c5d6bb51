import { Card, Notice, Page, TextSizeSwitch } from '@/ui';

export default function ResidentHome() {
  return (
    <Page>
      <Card title="三都水族自治县就业信息申报" extra={<TextSizeSwitch />}>
        一年一次，几分钟填完。家里人不方便用手机的，您可以替他们填。
      </Card>
      <Notice>您填写的信息只用于就业服务和统计，按规定保密。</Notice>
    </Page>
  );
}
