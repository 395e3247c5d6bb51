import { Alert, Flex, Modal, QRCode, Typography } from 'antd';
import type { invite } from '@/domain/operations/account/accounts';
import type { OutputOf } from '@/domain/operations/operation';
import { momentInTable } from '../parts/moment';

interface CodeOnceProps {
  name: string;
  invitation: OutputOf<typeof invite>;
  onClose: () => void;
}

/** The store keeps only a hash of the code: what is not told to the person now can only be replaced. */
export function CodeOnce({ name, invitation: { code, path, phoneMasked, expiresAt }, onClose }: CodeOnceProps) {
  return (
    <Modal
      open
      title={`给 ${name} 的邀请码`}
      okText="已经告诉本人"
      cancelButtonProps={{ hidden: true }}
      onOk={onClose}
      onCancel={onClose}
      maskClosable={false}
    >
      {code === null ? (
        <Alert type="warning" showIcon message="邀请码只显示一次，已经显示过了。需要时请点“换新码”。" />
      ) : (
        <Flex vertical align="center" gap={8}>
          {path !== null && (
            <QRCode
              type="svg"
              size={180}
              bordered={false}
              value={`${location.origin}${location.pathname}#${slashed(path)}`}
            />
          )}
          <Typography.Text className="yt-once at--invitation-code" copyable>
            {code}
          </Typography.Text>
          <Typography.Text>
            请本人用手机号 {phoneMasked} 登录后扫码或输入，{momentInTable(expiresAt)} 前有效。
          </Typography.Text>
          <Alert type="warning" showIcon message="关掉后不再显示。不要发到群里，只告诉本人。" />
        </Flex>
      )}
    </Modal>
  );
}

const slashed = (path: string): string => (path.startsWith('/') ? path : `/${path}`);
