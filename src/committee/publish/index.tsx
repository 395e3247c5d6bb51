import { useRouter } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { useCommand } from '@/client/calls/use-command';
import { useQuery } from '@/client/calls/use-query';
import { replace } from '@/client/navigate';
import { StaffOnly } from '@/client/StaffOnly';
import { letterDraft, noticeKinds, publishNotice } from '@/domain/operations/publicity/notice';
import { BigChoice, Card, confirm, LongTextField, Notice, Page, PrimaryAction, ProblemNotice, TextField } from '@/ui';
import { useVillage } from '../parts/use-village';

type Kind = keyof typeof noticeKinds;

export default function PublishPage() {
  const { params } = useRouter();
  return <StaffOnly roles={['committee']}>{() => <Publish given={params.village} />}</StaffOnly>;
}

const kinds = Object.entries(noticeKinds).map(([value, label]) => ({ value, label }));

/** The letter comes filled in; the committee changes what it wants and puts it up for its village. */
function Publish({ given }: { given: string | undefined }) {
  const { village } = useVillage(given);
  const [kind, setKind] = useState<Kind>('letter');
  const draft = useQuery(letterDraft, village && { divisionCode: village.code, kind });
  const publish = useCommand(publishNotice);
  const [title, setTitle] = useState('');
  const [body, setBody] = useState('');
  const [issuer, setIssuer] = useState('');
  useEffect(() => {
    if (draft.value === undefined) return;
    setTitle(draft.value.title);
    setIssuer(draft.value.issuer);
    setBody(draft.value.content.paragraphs.join('\n'));
  }, [draft.value]);

  const putUp = async () => {
    if (village === undefined || draft.value === undefined) return;
    const yes = await confirm({
      title: `在${village.name}发布？`,
      message: `全村 ${village.counters.people ?? 0} 人都能看到，海报可以贴在公开栏。发布后可以撤回，但不能修改。`,
      confirm: '发布',
    });
    if (!yes) return;
    const done = await publish.run({
      divisionCode: village.code,
      kind,
      title,
      issuer,
      content: {
        ...draft.value.content,
        paragraphs: body
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      },
      expiresOn: null,
    });
    if (done) replace('committeeNotice', { id: done.noticeId, fresh: '1' });
  };

  return (
    <Page
      dense
      loading={draft.loading}
      action={
        <PrimaryAction
          name="put-up"
          busy={publish.busy}
          disabled={title.trim() === '' || body.trim() === ''}
          onPress={() => void putUp()}
        >
          发布
        </PrimaryAction>
      }
    >
      <ProblemNotice problem={draft.problem ?? publish.problem} onRetry={() => void draft.reload()} />
      <Notice>公告里不要写身份证号、电话号码等个人信息，也不要点名。</Notice>
      <Card>
        <BigChoice name="kind" label="种类" options={kinds} value={kind} onChange={(value) => setKind(value as Kind)} />
        <TextField name="title" label="标题" value={title} onChange={setTitle} max={60} />
        <LongTextField name="body" label="正文" hint="一行是一段" value={body} onChange={setBody} max={2000} />
        <TextField name="issuer" label="发布单位" value={issuer} onChange={setIssuer} max={60} />
      </Card>
      {draft.value && draft.value.channels.length > 0 && (
        <Card title="还可以这样宣传">
          {draft.value.channels.map(({ channel, words }) => (
            <Notice key={channel}>{`${channel}：${words}`}</Notice>
          ))}
        </Card>
      )}
    </Page>
  );
}
