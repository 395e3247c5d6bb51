import { Tabs } from 'antd';
import { useQuery } from '@/client/calls/use-query';
import { listPersonas } from '@/domain/operations/account/account';
import { ConfirmOnPhone } from './ConfirmOnPhone';
import { Personas } from './Personas';

/** No passwords: the phone, where WeChat knows who it is, confirms this computer. */
export function SignIn() {
  // Elsewhere than in the local product there are no personas, and the tab is not there.
  const personas = useQuery(listPersonas, {});
  const found = personas.value?.personas.filter(({ posts }) => posts.length > 0) ?? [];
  if (personas.loading) return null;
  if (found.length === 0) return <ConfirmOnPhone />;
  return (
    <Tabs
      destroyOnHidden
      items={[
        { key: 'personas', label: '演示身份', children: <Personas personas={found} /> },
        { key: 'phone', label: '手机确认登录', children: <ConfirmOnPhone /> },
      ]}
    />
  );
}
