import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useCommand } from '@/client/calls/use-command';
import { useQuery } from '@/client/calls/use-query';
import { SignedIn } from '@/client/SignedIn';
import { askCorrection, correctionTopics, myCorrections } from '@/domain/operations/collecting/corrections';
import { BigChoice, Card, LongTextField, Notice, Page, PrimaryAction, ProblemNotice, scrollToField, toast } from '@/ui';
import { Asked } from './Asked';
import { missingIn, type Topic } from './missing';

const longest = 500;
const topics = (Object.keys(correctionTopics) as Topic[]).map((value) => ({ value, label: correctionTopics[value] }));

/** Something held about a person is wrong: say what it is; the answer comes back here. */
export default function CorrectionPage() {
  const { params } = useRouter();
  return <SignedIn>{() => <CorrectionView personId={params.person ?? ''} />}</SignedIn>;
}

function CorrectionView({ personId }: { personId: string }) {
  const mine = useQuery(myCorrections, { personId });
  const ask = useCommand(askCorrection);
  const [topic, setTopic] = useState<Topic>();
  const [text, setText] = useState('');
  const [missing, setMissing] = useState<ReturnType<typeof missingIn>>();

  const send = async () => {
    const wrong = missingIn(topic, text);
    setMissing(wrong);
    if (wrong !== undefined || topic === undefined) return scrollToField(wrong?.field ?? 'topic');
    if ((await ask.run({ personId, topic, text })) === undefined) return;
    setTopic(undefined);
    setText('');
    toast('已收到，答复会显示在这里');
    await mine.reload();
  };

  return (
    <Page
      loading={mine.loading}
      action={
        <PrimaryAction name="send-correction" busy={ask.busy} onPress={() => void send()}>
          提交申请
        </PrimaryAction>
      }
    >
      <ProblemNotice problem={mine.problem} onRetry={() => void mine.reload()} />
      {(mine.value?.items ?? []).map((asked) => (
        <Asked key={asked.correctionId} asked={asked} />
      ))}
      <Card title="哪里不对">
        <ProblemNotice problem={ask.problem} />
        <BigChoice
          name="topic"
          label="要更正的内容"
          options={topics}
          value={topic}
          onChange={(value) => setTopic(value as Topic)}
          error={missing?.field === 'topic' ? missing.message : undefined}
        />
        <LongTextField
          name="text"
          label="哪里不对，应该是什么"
          max={longest}
          value={text}
          onChange={setText}
          placeholder="例如：我的村组写成了一组，应该是三组"
          error={missing?.field === 'text' ? missing.message : undefined}
        />
        <Notice>写的内容加密保存，只有镇里、县里办理更正的人能看到。工作情况有变化，直接重新填报更快。</Notice>
      </Card>
    </Page>
  );
}
