import { Button, QRCode, Result, Spin, Steps, Typography } from 'antd';
import { Trouble } from '../parts/Trouble';
import { linkToPhonePage } from '../shell/phone-page';
import { deviceInWords } from './device';
import { useWebSignIn } from './use-web-sign-in';

/** A short code and its picture; nothing about a person stands in either. */
export function ConfirmOnPhone() {
  const { state, again } = useWebSignIn(deviceInWords(navigator.userAgent));
  if (state.is === 'fetching') return <Spin className="yt-entry__wait" />;
  if (state.is === 'failed') return <Trouble problem={state.problem} onRetry={again} />;
  if (state.is !== 'waiting') {
    return (
      <Result
        status={state.is === 'refused' ? 'warning' : 'info'}
        title={state.is === 'refused' ? '手机上点了“不是我”，没有登录' : '登录码已过期'}
        extra={
          <Button type="primary" onClick={again}>
            重新取登录码
          </Button>
        }
      />
    );
  }
  return (
    <div className="yt-code">
      <div role="img" aria-label="登录二维码，用小程序里的“确认电脑登录”扫描">
        <QRCode type="svg" size={208} bordered={false} value={linkToPhonePage('webSignIn', { code: state.code })} />
      </div>
      <Typography.Text type="secondary">或在手机上输入登录码</Typography.Text>
      <Typography.Text className="yt-code__letters at--web-code" copyable={false}>
        {state.code}
      </Typography.Text>
      <Typography.Text type="secondary" aria-live="off">
        {state.secondsLeft} 秒后自动换新码
      </Typography.Text>
      <Steps
        className="yt-code__steps"
        direction="vertical"
        size="small"
        current={-1}
        items={[
          { title: '在手机微信里打开“应统”小程序' },
          { title: '进入“设置”里的“确认电脑登录”，扫码或输入登录码' },
          { title: '核对是这台电脑，点“确认登录”' },
        ]}
      />
    </div>
  );
}
