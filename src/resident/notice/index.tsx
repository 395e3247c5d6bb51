import { Text, View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useEffect } from 'react';
import { useAccount } from '@/client/account';
import { useCommand } from '@/client/calls/use-command';
import { useQuery } from '@/client/calls/use-query';
import { restart } from '@/client/navigate';
import { dayOfMoment } from '@/client/words';
import { readNotice, showNotice } from '@/domain/operations/publicity/notice';
import { share, useShareCard } from '@/platform/outward/share';
import { Card, Notice, Page, PrimaryAction, ProblemNotice, toast } from '@/ui';
import './notice.scss';

/** A notice is public: whoever scans the poster reads it; whoever has signed in is counted as a reader of his village. */
export default function NoticePage() {
  const { params } = useRouter();
  const noticeId = params.id ?? params.scene ?? '';
  const { account } = useAccount();
  const { value, problem, loading, reload } = useQuery(showNotice, { noticeId });
  const read = useCommand(readNotice);
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted once, when it is opened by somebody who signed in
  useEffect(() => {
    if (account !== undefined) void read.run({ noticeId });
  }, [account?.accountId, noticeId]);
  const card = () => ({
    title: value?.share.title ?? '公告',
    page: value?.share.path ?? `/resident/notice/index?id=${noticeId}`,
  });
  useShareCard(card);
  return (
    <Page
      loading={loading}
      action={
        value && (
          <PrimaryAction
            name="declare"
            onPress={() => restart('residentHome')}
            second={{ label: '转发', onPress: () => void share(card()).then(toast), name: 'share' }}
          >
            去填报
          </PrimaryAction>
        )
      }
    >
      <ProblemNotice problem={problem} onRetry={() => void reload()} />
      {value?.withdrawn && <Notice tone="wait">{`这份公告已撤回：${value.withdrawn.reason}`}</Notice>}
      {value && (
        <Card name="notice-text">
          <View className="yt-notice-title">{value.title}</View>
          {value.content.greeting !== '' && <View className="yt-notice-line">{value.content.greeting}</View>}
          {value.content.paragraphs.map((paragraph) => (
            <View key={paragraph} className="yt-notice-line yt-notice-line--indented">
              <Text>{paragraph}</Text>
            </View>
          ))}
          {value.content.callback !== '' && (
            <View className="yt-notice-line">{`联系电话：${value.content.callback}`}</View>
          )}
          <View className="yt-notice-sign">{value.issuer}</View>
          <View className="yt-notice-sign">{dayOfMoment(value.publishedAt)}</View>
        </Card>
      )}
    </Page>
  );
}
