import { App, Button } from 'antd';
import { useCommand } from '@/client/calls/use-command';
import { badgeSheet } from '@/domain/operations/account/badge';
import { printDocument } from '@/platform/outward/print';
import { Trouble } from '../parts/Trouble';

/** A card to wear; the one printed before is void. */
export function PrintBadge({ postId, enumerator }: { postId: string; enumerator: string }) {
  const sheet = useCommand(badgeSheet);
  const { modal } = App.useApp();
  const print = async () => {
    const done = await sheet.run({ postId });
    if (done !== undefined) await printDocument(done.html);
  };
  const ask = () =>
    modal.confirm({
      title: `打印${enumerator}的采集员证？`,
      content: '以前打印的那一张马上作废，扫码会显示“已换新”。手机上的采集员证不受影响。',
      okText: '打印',
      cancelText: '取消',
      onOk: print,
    });
  return (
    <>
      <Button type="link" size="small" className={`at--badge-${postId}`} loading={sheet.busy} onClick={ask}>
        打印
      </Button>
      <Trouble problem={sheet.problem} onClose={sheet.clear} />
    </>
  );
}
