import AlertOutlined from '@ant-design/icons/AlertOutlined';
import ApartmentOutlined from '@ant-design/icons/ApartmentOutlined';
import BarChartOutlined from '@ant-design/icons/BarChartOutlined';
import BellOutlined from '@ant-design/icons/BellOutlined';
import CalendarOutlined from '@ant-design/icons/CalendarOutlined';
import ClusterOutlined from '@ant-design/icons/ClusterOutlined';
import DiffOutlined from '@ant-design/icons/DiffOutlined';
import EnvironmentOutlined from '@ant-design/icons/EnvironmentOutlined';
import FileDoneOutlined from '@ant-design/icons/FileDoneOutlined';
import ForkOutlined from '@ant-design/icons/ForkOutlined';
import IdcardOutlined from '@ant-design/icons/IdcardOutlined';
import ImportOutlined from '@ant-design/icons/ImportOutlined';
import InboxOutlined from '@ant-design/icons/InboxOutlined';
import NotificationOutlined from '@ant-design/icons/NotificationOutlined';
import PieChartOutlined from '@ant-design/icons/PieChartOutlined';
import SwapOutlined from '@ant-design/icons/SwapOutlined';
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
    key: 'review',
    title: '审核验收',
    group: '审核',
    icon: <FileDoneOutlined />,
    verb: 'record.review',
    page: lazy(() => import('./review/Review')),
  },
  {
    key: 'leads',
    title: '质量线索',
    group: '审核',
    icon: <AlertOutlined />,
    verb: 'quality.read',
    page: lazy(() => import('./leads/Leads')),
  },
  {
    key: 'import',
    title: '名册导入',
    group: '名册',
    icon: <ImportOutlined />,
    verb: 'register.import',
    page: lazy(() => import('./import/Import')),
  },
  {
    key: 'placements',
    title: '待归属',
    group: '名册',
    icon: <EnvironmentOutlined />,
    verb: 'placement.claim',
    page: lazy(() => import('./placements/Placements')),
  },
  {
    key: 'duplicates',
    title: '重复待核实',
    group: '名册',
    icon: <DiffOutlined />,
    verb: 'register.correct',
    page: lazy(() => import('./duplicates/Duplicates')),
  },
  {
    key: 'transfers',
    title: '村间迁移',
    group: '名册',
    icon: <SwapOutlined />,
    verb: 'register.transfer',
    page: lazy(() => import('./transfers/Transfers')),
  },
  {
    key: 'merging',
    title: '并村对照',
    group: '名册',
    icon: <ForkOutlined />,
    verb: 'placement.claim',
    page: lazy(() => import('./merging/Merging')),
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
    key: 'jobs',
    title: '后台任务',
    group: '管理',
    icon: <ClusterOutlined />,
    verb: 'job.read',
    page: lazy(() => import('./jobs/Jobs')),
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
