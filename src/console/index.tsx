import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import { useEffect } from 'react';
import 'dayjs/locale/zh-cn';
import { loadAccount } from '@/client/account';
import { Gate } from './entering/Gate';
import { Shell } from './shell/Shell';
import { consoleTheme } from './theme';

dayjs.locale('zh-cn');

/** The desktop of the offices: browser only. */
export default function Console() {
  useEffect(() => void loadAccount(), []);
  return (
    <ConfigProvider locale={zhCN} theme={consoleTheme} componentSize="middle" button={{ autoInsertSpace: false }}>
      <App>
        <Gate>
          <Shell />
        </Gate>
      </App>
    </ConfigProvider>
  );
}
