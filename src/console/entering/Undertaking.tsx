import { Button, Checkbox, Flex, Skeleton, Typography } from 'antd';
import { useState } from 'react';
import { loadAccount, signOut } from '@/client/account';
import { useCommand } from '@/client/calls/use-command';
import { useQuery } from '@/client/calls/use-query';
import { acceptUndertaking, readUndertakingText } from '@/domain/operations/account/account';
import { Trouble } from '../parts/Trouble';
import type { Post } from '../post/use-post';

interface UndertakingProps {
  post: Post;
}

/** Before the first record is shown: what this post promises, in full. */
export function Undertaking({ post }: UndertakingProps) {
  const text = useQuery(readUndertakingText, {});
  const accept = useCommand(acceptUndertaking);
  const [read, setRead] = useState(false);
  if (text.value === undefined) {
    return text.problem ? <Trouble problem={text.problem} onRetry={() => void text.reload()} /> : <Skeleton active />;
  }
  const { title, version, sections } = text.value;
  const promise = async () => {
    if ((await accept.run({ version })) !== undefined) await loadAccount();
  };
  return (
    <Typography>
      <Typography.Title level={2}>{title}</Typography.Title>
      <Typography.Paragraph type="secondary">
        岗位：{post.organisation} {post.title}
      </Typography.Paragraph>
      {sections.map(({ heading, paragraphs }) => (
        <section key={heading}>
          <Typography.Title level={3}>{heading}</Typography.Title>
          {paragraphs.map((paragraph) => (
            <Typography.Paragraph key={paragraph}>{paragraph}</Typography.Paragraph>
          ))}
        </section>
      ))}
      <Trouble problem={accept.problem} />
      <Flex vertical gap={12} align="start">
        <Checkbox className="at--read" checked={read} onChange={({ target }) => setRead(target.checked)}>
          我已阅读并承诺遵守，违反的依法承担责任
        </Checkbox>
        <Flex gap={12}>
          <Button
            type="primary"
            className="at--promise"
            disabled={!read}
            loading={accept.busy}
            onClick={() => void promise()}
          >
            确认承诺
          </Button>
          <Button onClick={() => void signOut()}>退出登录</Button>
        </Flex>
      </Flex>
    </Typography>
  );
}
