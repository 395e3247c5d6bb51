import AlertOutlined from '@ant-design/icons/AlertOutlined';
import ApartmentOutlined from '@ant-design/icons/ApartmentOutlined';
import AuditOutlined from '@ant-design/icons/AuditOutlined';
import BarChartOutlined from '@ant-design/icons/BarChartOutlined';
import BellOutlined from '@ant-design/icons/BellOutlined';
import CalendarOutlined from '@ant-design/icons/CalendarOutlined';
import ClusterOutlined from '@ant-design/icons/ClusterOutlined';
import DashboardOutlined from '@ant-design/icons/DashboardOutlined';
import DiffOutlined from '@ant-design/icons/DiffOutlined';
import EnvironmentOutlined from '@ant-design/icons/EnvironmentOutlined';
import ExportOutlined from '@ant-design/icons/ExportOutlined';
import FileDoneOutlined from '@ant-design/icons/FileDoneOutlined';
import ForkOutlined from '@ant-design/icons/ForkOutlined';
import HomeOutlined from '@ant-design/icons/HomeOutlined';
import HourglassOutlined from '@ant-design/icons/HourglassOutlined';
import IdcardOutlined from '@ant-design/icons/IdcardOutlined';
import ImportOutlined from '@ant-design/icons/ImportOutlined';
import InboxOutlined from '@ant-design/icons/InboxOutlined';
import KeyOutlined from '@ant-design/icons/KeyOutlined';
import NotificationOutlined from '@ant-design/icons/NotificationOutlined';
import PieChartOutlined from '@ant-design/icons/PieChartOutlined';
import SolutionOutlined from '@ant-design/icons/SolutionOutlined';
import SplitCellsOutlined from '@ant-design/icons/SplitCellsOutlined';
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
  /** A post without any of them does not see the entry; the cloud refuses all the same. */
  verbs: readonly Verb[];
  page: LazyExoticComponent<ComponentType>;
}

export const sections: readonly Section[] = [
  {
    key: 'progress',
    title: '采集进度',
    group: '进度',
    icon: <BarChartOutlined />,
    verbs: ['progress.read'],
    page: lazy(() => import('./progress/Progress')),
  },
  {
    key: 'employment',
    title: '就业状况',
    group: '进度',
    icon: <PieChartOutlined />,
    verbs: ['progress.read'],
    page: lazy(() => import('./employment/Employment')),
  },
  {
    key: 'board',
    title: '现场看板',
    group: '进度',
    icon: <DashboardOutlined />,
    verbs: ['assignment.manage'],
    page: lazy(() => import('./board/Board')),
  },
  {
    key: 'people',
    title: '人员名单',
    group: '进度',
    icon: <TeamOutlined />,
    verbs: ['person.list'],
    page: lazy(() => import('./people/People')),
  },
  {
    key: 'review',
    title: '审核验收',
    group: '审核',
    icon: <FileDoneOutlined />,
    verbs: ['record.review'],
    page: lazy(() => import('./review/Review')),
  },
  {
    key: 'comparisons',
    title: '两份答案',
    group: '审核',
    icon: <SplitCellsOutlined />,
    verbs: ['comparison.read'],
    page: lazy(() => import('./comparisons/Comparisons')),
  },
  {
    key: 'held',
    title: '等待办理',
    group: '审核',
    icon: <HourglassOutlined />,
    verbs: ['record.review'],
    page: lazy(() => import('./held/Held')),
  },
  {
    key: 'leads',
    title: '质量线索',
    group: '审核',
    icon: <AlertOutlined />,
    verbs: ['quality.read'],
    page: lazy(() => import('./leads/Leads')),
  },
  {
    key: 'import',
    title: '名册导入',
    group: '名册',
    icon: <ImportOutlined />,
    verbs: ['register.import'],
    page: lazy(() => import('./import/Import')),
  },
  {
    key: 'placements',
    title: '待归属',
    group: '名册',
    icon: <EnvironmentOutlined />,
    verbs: ['placement.claim'],
    page: lazy(() => import('./placements/Placements')),
  },
  {
    key: 'duplicates',
    title: '重复待核实',
    group: '名册',
    icon: <DiffOutlined />,
    verbs: ['register.correct'],
    page: lazy(() => import('./duplicates/Duplicates')),
  },
  {
    key: 'heads',
    title: '没有户主的户',
    group: '名册',
    icon: <HomeOutlined />,
    verbs: ['register.correct', 'register.transfer'],
    page: lazy(() => import('./household/WithoutHead')),
  },
  {
    key: 'transfers',
    title: '村间迁移',
    group: '名册',
    icon: <SwapOutlined />,
    verbs: ['register.transfer'],
    page: lazy(() => import('./transfers/Transfers')),
  },
  {
    key: 'merging',
    title: '并村对照',
    group: '名册',
    icon: <ForkOutlined />,
    verbs: ['placement.claim'],
    page: lazy(() => import('./merging/Merging')),
  },
  {
    key: 'assignment',
    title: '采集分工',
    group: '组织',
    icon: <ApartmentOutlined />,
    verbs: ['assignment.read'],
    page: lazy(() => import('./assignment/Assignment')),
  },
  {
    key: 'accounts',
    title: '人员账号',
    group: '组织',
    icon: <IdcardOutlined />,
    verbs: ['account.manage'],
    page: lazy(() => import('./accounts/Accounts')),
  },
  {
    key: 'notices',
    title: '公告',
    group: '宣传',
    icon: <NotificationOutlined />,
    verbs: ['notice.count'],
    page: lazy(() => import('./notices/Notices')),
  },
  {
    key: 'reminders',
    title: '提醒效果',
    group: '宣传',
    icon: <BellOutlined />,
    verbs: ['reminder.send'],
    page: lazy(() => import('./reminders/Reminders')),
  },
  {
    key: 'outtray',
    title: '消息发件箱',
    group: '宣传',
    icon: <InboxOutlined />,
    verbs: ['outtray.read'],
    page: lazy(() => import('./outtray/Outtray')),
  },
  {
    key: 'corrections',
    title: '更正申请',
    group: '保密',
    icon: <SolutionOutlined />,
    verbs: ['correction.handle'],
    page: lazy(() => import('./corrections/Corrections')),
  },
  {
    key: 'exports',
    title: '数据导出',
    group: '保密',
    icon: <ExportOutlined />,
    verbs: ['export.request', 'export.approve'],
    page: lazy(() => import('./exports/Exports')),
  },
  {
    key: 'audit',
    title: '操作记录',
    group: '保密',
    icon: <AuditOutlined />,
    verbs: ['audit.read'],
    page: lazy(() => import('./audit/Audit')),
  },
  {
    key: 'keys',
    title: '密钥',
    group: '保密',
    icon: <KeyOutlined />,
    verbs: ['key.rotate'],
    page: lazy(() => import('./keys/Keys')),
  },
  {
    key: 'jobs',
    title: '后台任务',
    group: '管理',
    icon: <ClusterOutlined />,
    verbs: ['job.read'],
    page: lazy(() => import('./jobs/Jobs')),
  },
  {
    key: 'phases',
    title: '工作阶段',
    group: '管理',
    icon: <CalendarOutlined />,
    verbs: ['progress.read'],
    page: lazy(() => import('./phases/Phases')),
  },
];
