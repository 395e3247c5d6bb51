import { Button, Result } from 'antd';
import { Component, type ReactNode } from 'react';

interface BoundaryProps {
  children: ReactNode;
}

/** A section that cannot be shown leaves the rest of the desk standing. */
export class Boundary extends Component<BoundaryProps, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <Result
        status="error"
        title="这一页打不开"
        subTitle="可能是网络中断，或系统刚刚更新。请刷新后再试；还不行请联系县就业办。"
        extra={
          <Button type="primary" onClick={() => window.location.reload()}>
            刷新
          </Button>
        }
      />
    );
  }
}
