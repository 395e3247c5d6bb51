import { View } from '@tarojs/components';
import { checkPage, type Finding, findingKey, type QuestionPage, questionText } from '@/domain/form';
import { Card, ListRow, Notice, TextField, Tick } from '@/ui';
import type { FormSession } from '../session/use-form-session';
import { readableAnswers } from './readable';

/** Everything on one page before it is sent: what is missing or doubtful first, each with a jump to it, then all answers. */
export function CheckPage({ session }: { session: FormSession }) {
  const { journey, answers, form, ctx } = session;
  const words = readableAnswers(form, answers, ctx);
  const faults = journey.findings.filter(({ severity }) => severity === 'fault');
  const warnings = journey.findings.filter(({ severity }) => severity === 'warning');
  const hints = journey.findings.filter(({ severity }) => severity === 'hint');
  return (
    <View>
      {faults.length > 0 ? (
        <Notice tone="fault" name="gaps">{`还有 ${faults.length} 处要填写或改正，点一行就能过去`}</Notice>
      ) : (
        <Notice tone="done" name="complete">
          都填好了，请核对后提交
        </Notice>
      )}
      <Findings title="要填写或改正" findings={faults} session={session} />
      {warnings.length > 0 && (
        <Card title="请确认并说明原因">
          {warnings.map((finding) => (
            <Warning key={findingKey(finding)} finding={finding} session={session} />
          ))}
        </Card>
      )}
      <Findings title="也可以补充" findings={hints} session={session} />
      {form.fields.confirmed && (
        <Card>
          <Tick
            name="confirmed"
            label={questionText(form, 'confirmed', answers, ctx).ask}
            value={answers.confirmed === true}
            onChange={(yes) => session.answer('confirmed', yes ? true : undefined)}
          />
        </Card>
      )}
      {journey.pages.map((page) => (
        <Answers key={page.id} page={page} words={words} session={session} />
      ))}
    </View>
  );
}

function Findings({ title, findings, session }: { title: string; findings: Finding[]; session: FormSession }) {
  if (findings.length === 0) return null;
  return (
    <Card title={title} flush>
      {findings.map((finding) => (
        <ListRow
          key={findingKey(finding)}
          name={`gap-${finding.field}`}
          title={finding.message}
          {...(finding.page === checkPage ? {} : { onPress: () => session.goTo(finding.page) })}
        />
      ))}
    </Card>
  );
}

function Warning({ finding, session }: { finding: Finding; session: FormSession }) {
  const key = findingKey(finding);
  return (
    <TextField
      name={`reason-${finding.field}`}
      label={finding.message}
      value={session.reasons[key] ?? ''}
      onChange={(reason) => session.setReason(key, reason)}
      max={200}
      placeholder="情况属实的，请写明原因"
    />
  );
}

function Answers({ page, words, session }: { page: QuestionPage; words: Map<string, string>; session: FormSession }) {
  const { form } = session;
  return (
    <Card {...(page.fields.length > 1 ? { title: page.title } : {})} flush>
      {page.fields.map((name) => (
        <ListRow
          key={name}
          name={`answer-${name}`}
          title={form.fields[name]?.label ?? name}
          value={words.get(name) ?? '未填'}
          onPress={() => session.goTo(page.id)}
        />
      ))}
    </Card>
  );
}
