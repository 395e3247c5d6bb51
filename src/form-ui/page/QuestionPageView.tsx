import { Text, View } from '@tarojs/components';
import { type QuestionPage, questionText, registerPage } from '@/domain/form';
import { aria } from '@/ui';
import type { FormSession } from '../session/use-form-session';
import { FieldLine } from './FieldLine';
import './page.scss';
import { RegisterPage } from './RegisterPage';

interface QuestionPageViewProps {
  session: FormSession;
  page: QuestionPage;
  edition: string;
}

/** One question, or a short group that belongs together. */
export function QuestionPageView({ session, page, edition }: QuestionPageViewProps) {
  if (page.id === registerPage) return <RegisterPage session={session} page={page} edition={edition} />;
  return (
    <View className="yt-question">
      {page.fields.length > 1 && (
        <Text className="yt-question__title" {...aria({ role: 'heading' })}>
          {page.title}
        </Text>
      )}
      {page.fields.map((name) => (
        <FieldLine
          key={name}
          session={session}
          name={name}
          edition={edition}
          words="question"
          showFaults={session.insisted}
        />
      ))}
    </View>
  );
}

/** The questions of a page as one text, for reading aloud. */
export function spokenText({ form, answers, ctx }: FormSession, page: QuestionPage): string {
  if (page.id === registerPage) return page.title;
  return page.fields
    .map((name) => {
      const { ask, hint } = questionText(form, name, answers, ctx);
      return hint === undefined ? ask : `${ask}。${hint}`;
    })
    .join('。');
}
