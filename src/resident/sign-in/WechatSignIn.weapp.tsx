import type { ReactNode } from 'react';
import { loadAccount } from '@/client/account';
import { useCommand } from '@/client/calls/use-command';
import { restart } from '@/client/navigate';
import { signInWechat } from '@/domain/operations/account/account';
import { Card, Notice, Page, PrimaryAction, ProblemNotice, TextSizeSwitch } from '@/ui';

/** One press: WeChat tells the cloud who it is. Nothing is asked of the phone. */
export function WechatSignIn(_: { otherwise: ReactNode }) {
  const signIn = useCommand(signInWechat);
  const enter = async () => {
    if ((await signIn.run({})) === undefined) return;
    await loadAccount();
    restart('residentHome');
  };
  return (
    <Page
      action={
        <PrimaryAction name="sign-in" busy={signIn.busy} onPress={() => void enter()}>
          微信登录
        </PrimaryAction>
      }
    >
      <ProblemNotice problem={signIn.problem} />
      <Card title="三都水族自治县就业信息申报" extra={<TextSizeSwitch />}>
        用微信登录后，可以为自己和家人填报就业信息。不用注册，不用密码。
      </Card>
      <Notice>您填写的信息只用于就业服务和统计，按规定保密。</Notice>
    </Page>
  );
}
