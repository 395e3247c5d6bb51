import { View } from '@tarojs/components';
import { registerPage } from '@/domain/form';
import { Card, Notice } from '@/ui';
import type { FormSession } from '../session/use-form-session';
import { FieldLine } from './FieldLine';
import './page.scss';
import { RegisterPage } from './RegisterPage';
import { SaveNotice } from './SaveNotice';

interface DenseFormProps {
  session: FormSession;
  edition: string;
  /** What a reviewer wrote beside a field when he sent the record back. */
  comments?: ReadonlyMap<string, string>;
}

const none: ReadonlyMap<string, string> = new Map();

/** The whole form on one page for those who fill in forty a day: by step, official labels, what is wrong in place. */
export function DenseForm({ session, edition, comments = none }: DenseFormProps) {
  const { journey, insisted } = session;
  const steps = journey.steps.filter((step) => journey.pages.some((page) => page.step === step));
  return (
    <View className="yt-dense">
      <SaveNotice session={session} />
      {insisted && journey.blocking.length > 0 && (
        <Notice tone="fault" name="gaps">{`还有 ${journey.blocking.length} 处要填写、改正或说明`}</Notice>
      )}
      {steps.map((step) => (
        <Card key={step} title={step}>
          {journey.pages
            .filter((page) => page.step === step)
            .map((page) =>
              page.id === registerPage ? (
                <RegisterPage key={page.id} session={session} page={page} edition={edition} comments={comments} dense />
              ) : (
                page.fields.map((name) => (
                  <FieldLine
                    key={name}
                    session={session}
                    name={name}
                    edition={edition}
                    words="label"
                    showFaults={insisted}
                    comment={comments.get(name)}
                  />
                ))
              )
            )}
        </Card>
      ))}
    </View>
  );
}
