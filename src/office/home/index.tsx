import { Empty, Page } from '@/ui';

export default function OfficeHome() {
  return (
    <Page dense>
      <Empty icon="person" title="还没有登录" hint="请先登录，再看各镇的采集进度。" />
    </Page>
  );
}
