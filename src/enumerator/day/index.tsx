import { Empty, Page } from '@/ui';

export default function EnumeratorDay() {
  return (
    <Page dense>
      <Empty icon="person" title="还没有登录" hint="请先登录，再打开您负责的村。" />
    </Page>
  );
}
