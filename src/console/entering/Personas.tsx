import { List, Typography } from 'antd';
import { useCommand } from '@/client/calls/use-command';
import { type listPersonas, signInLocally } from '@/domain/operations/account/account';
import type { OutputOf } from '@/domain/operations/operation';
import { Trouble } from '../parts/Trouble';
import { begin } from './begin';

interface PersonasProps {
  personas: OutputOf<typeof listPersonas>['personas'];
}

/** The local product: invented people with a post. */
export function Personas({ personas }: PersonasProps) {
  const signIn = useCommand(signInLocally);
  const choose = async (persona: string, post: string | undefined) => {
    const signed = await signIn.run({ persona });
    if (signed !== undefined) await begin(signed.session, post);
  };
  return (
    <>
      <Trouble problem={signIn.problem} />
      <Typography.Paragraph type="secondary">
        这里的人都是虚构的，证件号码现场生成，带“示例”标记。正式使用时用手机确认登录，没有这一页。
      </Typography.Paragraph>
      <List
        size="small"
        className="yt-personas"
        dataSource={personas}
        renderItem={({ persona, name, introduction, posts }) => (
          <List.Item
            className={`yt-personas__one at--persona-${persona}`}
            onClick={() => void choose(persona, posts[0]?.postId)}
            extra={<Typography.Text type="secondary">{posts[0]?.title}</Typography.Text>}
          >
            <List.Item.Meta
              title={
                <button type="button" className="yt-plain">
                  {name}
                </button>
              }
              description={introduction}
            />
          </List.Item>
        )}
      />
    </>
  );
}
