import { View } from '@tarojs/components';
import { useState } from 'react';
import { type QuestionPage, walk } from '@/domain/form';
import { Card, ListRow, Notice, Sheet } from '@/ui';
import type { FormSession } from '../session/use-form-session';
import { FieldLine } from './FieldLine';
import { readableAnswers } from './readable';

interface RegisterPageProps {
  session: FormSession;
  page: QuestionPage;
  edition: string;
  comments?: ReadonlyMap<string, string>;
  /** On the one long page of a worker, where nothing is pressed to go on. */
  dense?: boolean;
}

/** What the register knows, on one page: one tap confirms all of it, a tap on a line puts that line right. */
export function RegisterPage({ session, page, edition, comments, dense = false }: RegisterPageProps) {
  const [open, setOpen] = useState<string>();
  const { form, answers, ctx, journey } = session;
  const words = readableAnswers(form, answers, ctx);
  const faulty = new Set(journey.blocking.map(({ field }) => field));
  return (
    <View>
      <Notice>
        {dense
          ? '名册上已有的信息，念给对方核对。都对不用动；哪一行不对，点那一行改。'
          : '下面是名册上已有的信息。都对就点“都对，下一步”；哪一行不对，点那一行改。'}
      </Notice>
      <Card flush>
        {page.fields.map((name) => (
          <ListRow
            key={name}
            name={`register-${name}`}
            field={name}
            title={form.fields[name]?.label ?? name}
            note={noteOf(comments?.get(name), faulty.has(name))}
            value={words.get(name) ?? '未填'}
            {...(isDerived(session, name) ? {} : { onPress: () => setOpen(name) })}
          />
        ))}
      </Card>
      <Sheet open={open !== undefined} onClose={() => setOpen(undefined)} title="改正这一项">
        {open && (
          <FieldLine
            session={session}
            name={open}
            edition={edition}
            words="label"
            showFaults
            comment={comments?.get(open)}
          />
        )}
      </Sheet>
    </View>
  );
}

const noteOf = (comment: string | undefined, faulty: boolean): string | undefined =>
  comment === undefined ? (faulty ? '这一行需要改正或说明' : undefined) : `退回意见：${comment}`;

/** Computed from other answers for this person; the same line may be the person's own to put right for another. */
const isDerived = ({ form, answers, ctx }: FormSession, name: string): boolean =>
  walk(form, answers, ctx).present.get(name) === 'derived';
