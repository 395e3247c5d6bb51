import { Layout } from 'antd';

export default function Console() {
  return <Layout>请先登录，再使用办公台。</Layout>;
}
