import { Empty, Page } from '@/ui';

export default function CommitteeHome() {
  return (
    <Page dense>
      <Empty icon="person" title="还没有登录" hint="请先登录，再看本村还有谁没有填报。" />
    </Page>
  );
}
