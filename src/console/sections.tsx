import CalendarOutlined from '@ant-design/icons/CalendarOutlined';
import { type ComponentType, type LazyExoticComponent, lazy, type ReactNode } from 'react';

/** One entry of the left navigation. Its page is fetched when somebody opens it. */
export interface Section {
  /** Stands in the address as `at`. */
  key: string;
  title: string;
  group: string;
  icon: ReactNode;
  page: LazyExoticComponent<ComponentType>;
}

export const sections: readonly Section[] = [
  {
    key: 'phases',
    title: '工作阶段',
    group: '组织',
    icon: <CalendarOutlined />,
    page: lazy(() => import('./phases/Phases')),
  },
];
