import type { ReactNode } from 'react';

/** A browser does not know WeChat's user: the other way in is shown. */
export function WechatSignIn({ otherwise }: { otherwise: ReactNode }) {
  return <>{otherwise}</>;
}
