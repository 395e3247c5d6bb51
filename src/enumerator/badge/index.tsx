import type { Account } from '@/client/account';
import { StaffOnly } from '@/client/StaffOnly';
import { dayInWords, dayOfMoment, momentInWords } from '@/client/words';
import { linkedPages } from '@/domain/campaign/links';
import { share } from '@/platform/outward/share';
import { Card, Facts, Notice, Page, PictureCode, PrimaryAction, ProblemNotice, toast } from '@/ui';
import { useBadge } from './use-badge';

/** What an enumerator holds out at the door. */
export default function BadgePage() {
  return <StaffOnly roles={['enumerator']}>{(account) => <MyBadge account={account} />}</StaffOnly>;
}

function MyBadge({ account }: { account: Account }) {
  const { badge, ready, renew, busy, problem } = useBadge(account.accountId);
  const over = badge !== undefined && Date.parse(badge.expiresAt) <= Date.now();
  const link = badge && { title: '查验采集员证', page: `/${linkedPages.badge}?code=${badge.code}` };
  return (
    <Page
      loading={!ready && badge === undefined}
      action={
        <PrimaryAction
          name="renew"
          busy={busy}
          onPress={() => void renew()}
          {...(link && !over
            ? { second: { label: '发链接', onPress: () => void share(link).then(toast), name: 'share' } }
            : {})}
        >
          换一个新码
        </PrimaryAction>
      }
    >
      {badge === undefined || problem?.code !== 'call.unreachable' ? (
        <ProblemNotice problem={problem} />
      ) : (
        <Notice tone="wait" icon="offline">
          {over
            ? '没有信号，手机里的码已过期，请到有信号的地方换一个。'
            : '没有信号，下面是上次换的码，居民仍然可以扫。'}
        </Notice>
      )}
      {badge && (
        <>
          <Card name="badge" title={badge.name} extra={badge.badgeNo}>
            {!over && (
              <PictureCode
                picture={badge.picture}
                label={`请居民用微信扫一扫查验，${momentInWords(badge.expiresAt)}前有效`}
              />
            )}
            <Facts
              items={[
                { label: '单位', value: badge.company || '无' },
                { label: '有效期', value: badge.endsOn === null ? '长期' : `到 ${dayInWords(badge.endsOn)}` },
              ]}
            />
          </Card>
          <Card title="现在负责的村">
            {badge.villages.length === 0 ? (
              '现在没有分给您的村，居民扫码会看到“不能上门采集”。'
            ) : (
              <Facts
                items={badge.villages.map(({ name, until }) => ({ label: name, value: `到 ${dayOfMoment(until)}` }))}
              />
            )}
          </Card>
        </>
      )}
    </Page>
  );
}
