import '@/platform/zod-jitless';
import type { PropsWithChildren } from 'react';
import '@/ui/theme/library';
import './app.scss';

export default function App({ children }: PropsWithChildren) {
  return children;
}
