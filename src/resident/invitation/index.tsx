import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { choosePost } from '@/client/account';
import { useCommand } from '@/client/calls/use-command';
import { replace } from '@/client/navigate';
import { SignedIn } from '@/client/SignedIn';
import { redeemInvitation } from '@/domain/operations/account/sign-in';
import { Card, Notice, Page, PhoneField, PrimaryAction, ProblemNotice, TextField } from '@/ui';

/** The code from the office, and the telephone number on the staff list: both must fit. */
export default function InvitationPage() {
  const { params } = useRouter();
  return <SignedIn>{() => <Invitation given={params.code ?? params.scene ?? ''} />}</SignedIn>;
}

function Invitation({ given }: { given: string }) {
  const [code, setCode] = useState(given);
  const [number, setNumber] = useState('');
  const redeem = useCommand(redeemInvitation);
  const take = async () => {
    const post = await redeem.run({ code, phone: { number } });
    if (post === undefined) return;
    await choosePost(post.postId);
    replace('undertaking');
  };
  return (
    <Page
      action={
        <PrimaryAction
          name="redeem"
          busy={redeem.busy}
          disabled={code.trim() === '' || number.trim() === ''}
          onPress={() => void take()}
        >
          领取岗位
        </PrimaryAction>
      }
    >
      <ProblemNotice problem={redeem.problem} />
      <Notice>邀请码由县、镇经办发给您，只能用一次，要和名册上的手机号对得上。</Notice>
      <Card>
        <TextField name="code" label="邀请码" value={code} onChange={setCode} max={12} placeholder="字母和数字" />
        <PhoneField name="phone" label="名册上登记的手机号" value={number} onChange={setNumber} />
      </Card>
    </Page>
  );
}
