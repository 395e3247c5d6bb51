import { View } from '@tarojs/components';
import { useState } from 'react';
import { choosePost, loadAccount } from '@/client/account';
import { useCommand } from '@/client/calls/use-command';
import { useQuery } from '@/client/calls/use-query';
import { restart } from '@/client/navigate';
import { homeOf } from '@/client/post-home';
import { listPersonas, signInLocally } from '@/domain/operations/account/account';
import { session } from '@/platform/session';
import { Card, ListRow, Notice, Page, ProblemNotice, SearchBar, TextSizeSwitch } from '@/ui';
import { WechatSignIn } from './WechatSignIn';

/** In WeChat the platform knows who it is; in the local product one of the invented people is chosen. */
export default function SignInPage() {
  return <WechatSignIn otherwise={<Personas />} />;
}

function Personas() {
  const list = useQuery(listPersonas, {});
  const signIn = useCommand(signInLocally);
  const [words, setWords] = useState('');
  const choose = async (persona: string, post: string | undefined) => {
    const signed = await signIn.run({ persona });
    if (signed === undefined) return;
    await session.begin(signed.session);
    if (post === undefined) await loadAccount();
    else await choosePost(post);
    restart(homeOf());
  };
  const found = (list.value?.personas ?? []).filter(({ name, introduction }) =>
    `${name}${introduction}`.includes(words.trim())
  );
  return (
    <Page
      loading={list.loading}
      top={<SearchBar value={words} onChange={setWords} placeholder="找一个演示身份" name="persona-search" />}
    >
      <ProblemNotice problem={list.problem ?? signIn.problem} onRetry={() => void list.reload()} />
      <Card title="选择演示身份" extra={<TextSizeSwitch />} flush>
        {found.map(({ persona, name, introduction, posts }) => (
          <ListRow
            key={persona}
            name={`persona-${persona}`}
            title={name}
            note={introduction}
            value={posts[0]?.title ?? '居民'}
            onPress={() => void choose(persona, posts[0]?.postId)}
          />
        ))}
      </Card>
      <View>
        <Notice>这里的人都是虚构的，证件号码现场生成，带“示例”标记。正式使用时从微信登录，没有这一页。</Notice>
      </View>
    </Page>
  );
}
