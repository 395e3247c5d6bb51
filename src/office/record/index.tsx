import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useCommand } from '@/client/calls/use-command';
import { useRecordPaper } from '@/client/filling/use-record-paper';
import { back } from '@/client/navigate';
import { acceptRecords, confirmRecords } from '@/domain/operations/office/quality';
import { Card, ListRow, Notice, Page, PrimaryAction, ProblemNotice, toast } from '@/ui';
import { may, OfficeOnly } from '../parts/OfficeOnly';
import { CommentSheet } from './CommentSheet';
import { SendBack } from './SendBack';
import { SignedPapers } from './SignedPapers';

interface Opened {
  recordId: string;
  version: number;
  formId: string;
  /** The person or the employer. */
  subjectId: string;
  state: string;
}

/** One person's or employer's answers: pass them, or send them back with what is wrong. */
export default function OfficeRecordPage() {
  const { params } = useRouter();
  const opened: Opened = {
    recordId: params.record ?? '',
    version: Number(params.version ?? 1),
    formId: params.form ?? 'personal',
    subjectId: params.subject ?? '',
    state: params.state ?? 'collected',
  };
  return <OfficeOnly>{(_, post) => <Opened opened={opened} accepts={may(post, 'record.accept')} />}</OfficeOnly>;
}

function Opened({ opened, accepts }: { opened: Opened; accepts: boolean }) {
  const { recordId, version, state } = opened;
  const copy = useRecordPaper(opened);
  const accepting = accepts && state === 'confirmed';
  const act = useCommand(accepting ? acceptRecords : confirmRecords);
  const [returning, setReturning] = useState(false);
  const [comments, setComments] = useState<Readonly<Record<string, string>>>({});
  const [tapped, setTapped] = useState<{ field: string; label: string; text: string }>();
  const word = accepting ? '验收' : '审核通过';
  const pass = async () => {
    const reply = await act.run({ records: [{ recordId, version }] });
    if (reply === undefined) return;
    toast(reply.done === 1 ? `已${word}` : (reply.records[0]?.why ?? '没有办成'));
    if (reply.done === 1) back();
  };
  const lines = copy.value?.sections.flatMap((section) => section.lines) ?? [];
  const given = lines.flatMap(({ field, label }) => (comments[field] ? [{ field, label, text: comments[field] }] : []));
  const returnable = state === 'collected' || state === 'confirmed';
  return (
    <Page
      dense
      loading={copy.loading}
      action={
        copy.value && (
          <PrimaryAction
            name="pass"
            busy={act.busy}
            onPress={() => void pass()}
            {...(returnable
              ? {
                  second: {
                    label: given.length > 0 ? `退回（${given.length} 处）` : '退回修改',
                    onPress: () => setReturning(true),
                    name: 'return',
                  },
                }
              : {})}
          >
            {word}
          </PrimaryAction>
        )
      }
    >
      <ProblemNotice problem={copy.problem ?? act.problem} onRetry={() => void copy.reload()} />
      {copy.value && returnable && <Notice>哪一项不对，点那一行写意见，退回时一起带给填报人。</Notice>}
      {copy.value && opened.formId === 'personal' && <SignedPapers personId={opened.subjectId} />}
      {copy.value?.sections.map((section) => (
        <Card key={section.title} title={section.title} flush>
          {section.lines.map((line) => (
            <ListRow
              key={line.field}
              name={`line-${line.field}`}
              title={line.text || '未填'}
              note={comments[line.field] ? `${line.label} · 意见：${comments[line.field]}` : line.label}
              {...(returnable ? { onPress: () => setTapped(line) } : {})}
            />
          ))}
        </Card>
      ))}
      <CommentSheet
        line={tapped}
        given={tapped === undefined ? '' : (comments[tapped.field] ?? '')}
        onClose={() => setTapped(undefined)}
        onComment={(field, text) => setComments({ ...comments, [field]: text })}
      />
      <SendBack
        open={returning}
        recordId={recordId}
        version={version}
        comments={given}
        onClose={() => setReturning(false)}
        onDone={back}
      />
    </Page>
  );
}
