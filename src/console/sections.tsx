import ApartmentOutlined from '@ant-design/icons/ApartmentOutlined';
import BarChartOutlined from '@ant-design/icons/BarChartOutlined';
import BellOutlined from '@ant-design/icons/BellOutlined';
import CalendarOutlined from '@ant-design/icons/CalendarOutlined';
import IdcardOutlined from '@ant-design/icons/IdcardOutlined';
import InboxOutlined from '@ant-design/icons/InboxOutlined';
import NotificationOutlined from '@ant-design/icons/NotificationOutlined';
import PieChartOutlined from '@ant-design/icons/PieChartOutlined';
import TeamOutlined from '@ant-design/icons/TeamOutlined';
import { type ComponentType, type LazyExoticComponent, lazy, type ReactNode } from 'react';
import type { Verb } from '@/domain/access';

/** One entry of the left navigation. Its page is fetched when somebody opens it. */
export interface Section {
  /** Stands in the address as `at`. */
  key: string;
  title: string;
  group: string;
  icon: ReactNode;
  /** A post without it does not see the entry; the cloud refuses all the same. */
  verb: Verb;
  page: LazyExoticComponent<ComponentType>;
}

export const sections: readonly Section[] = [
  {
    key: 'progress',
    title: '采集进度',
    group: '进度',
    icon: <BarChartOutlined />,
    verb: 'progress.read',
    page: lazy(() => import('./progress/Progress')),
  },
  {
    key: 'employment',
    title: '就业状况',
    group: '进度',
    icon: <PieChartOutlined />,
    verb: 'progress.read',
    page: lazy(() => import('./employment/Employment')),
  },
  {
    key: 'people',
    title: '人员名单',
    group: '进度',
    icon: <TeamOutlined />,
    verb: 'person.list',
    page: lazy(() => import('./people/People')),
  },
  {
    key: 'assignment',
    title: '采集分工',
    group: '组织',
    icon: <ApartmentOutlined />,
    verb: 'assignment.read',
    page: lazy(() => import('./assignment/Assignment')),
  },
  {
    key: 'accounts',
    title: '人员账号',
    group: '组织',
    icon: <IdcardOutlined />,
    verb: 'account.manage',
    page: lazy(() => import('./accounts/Accounts')),
  },
  {
    key: 'notices',
    title: '公告',
    group: '宣传',
    icon: <NotificationOutlined />,
    verb: 'notice.count',
    page: lazy(() => import('./notices/Notices')),
  },
  {
    key: 'reminders',
    title: '提醒效果',
    group: '宣传',
    icon: <BellOutlined />,
    verb: 'reminder.send',
    page: lazy(() => import('./reminders/Reminders')),
  },
  {
    key: 'outtray',
    title: '消息发件箱',
    group: '宣传',
    icon: <InboxOutlined />,
    verb: 'outtray.read',
    page: lazy(() => import('./outtray/Outtray')),
  },
  {
    key: 'phases',
    title: '工作阶段',
    group: '管理',
    icon: <CalendarOutlined />,
    verb: 'progress.read',
    page: lazy(() => import('./phases/Phases')),
  },
];
