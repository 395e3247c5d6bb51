import { View } from '@tarojs/components';
import { type ReactNode, useEffect } from 'react';
import { Notice, Page, PrimaryAction, StepsBar, scrollToField } from '@/ui';
import { stepIndex } from '../session/journey';
import type { FormSession } from '../session/use-form-session';
import { CheckPage } from './CheckPage';
import { QuestionPageView, spokenText } from './QuestionPageView';
import { SaveNotice } from './SaveNotice';
import { scrollToTop } from './scroll-to-top';

interface FormWalkProps {
  session: FormSession;
  /** Whose form it is: 韦示例（母亲）. */
  title: string;
  edition: string;
  onSubmit: () => void;
  sending: boolean;
  /** What came back when it was sent: why it was not taken. */
  notice?: ReactNode;
  /** Reads a text aloud; absent where the platform cannot. */
  speak?: (text: string) => void;
}

/** The resident's way through a form: one page after the other, the check page last. */
export function FormWalk({ session, title, edition, onSubmit, sending, notice, speak }: FormWalkProps) {
  const { journey, place } = session;
  const page = journey.pages[place];
  const unconfirmed = session.form.fields.confirmed !== undefined && session.answers.confirmed !== true;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new page begins at its top
  useEffect(() => scrollToTop(), [page?.id]);
  const next = () => {
    const finding = session.next();
    if (finding) scrollToField(finding.field);
  };
  return (
    <Page
      title={title}
      top={<StepsBar steps={journey.steps} current={stepIndex(journey, place)} />}
      action={
        page ? (
          <PrimaryAction
            name="next"
            onPress={next}
            {...(place === 0 ? {} : { second: { label: '上一步', onPress: session.back, name: 'back' } })}
          >
            {page.id === 'register' ? '都对，下一步' : '下一步'}
          </PrimaryAction>
        ) : (
          <PrimaryAction
            name="submit"
            onPress={onSubmit}
            busy={sending}
            disabled={journey.blocking.length > 0 || unconfirmed}
            second={{ label: '上一步', onPress: session.back, name: 'back' }}
            {...noteOf(journey.blocking.length, unconfirmed)}
          >
            提交
          </PrimaryAction>
        )
      }
    >
      {notice}
      <SaveNotice session={session} />
      {page ? (
        <View>
          <QuestionPageView session={session} page={page} edition={edition} />
          {speak && (
            <Notice icon="readAloud" action={{ label: '朗读', onPress: () => speak(spokenText(session, page)) }}>
              听一听这道题
            </Notice>
          )}
        </View>
      ) : (
        <CheckPage session={session} />
      )}
    </Page>
  );
}

/** Why it cannot be sent yet. */
function noteOf(blocking: number, unconfirmed: boolean): { note?: string } {
  if (blocking > 0) return { note: `还有 ${blocking} 处没有完成，改好后才能提交` };
  return unconfirmed ? { note: '请核对下面的内容，勾选“情况属实”后提交' } : {};
}
