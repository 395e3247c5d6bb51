import { loadAccount } from '@/client/account';
import { replace, restart } from '@/client/navigate';
import type { bindSelf } from '@/domain/operations/account/family';
import type { OutputOf } from '@/domain/operations/operation';
import { Card, Facts, Notice, Page, PrimaryAction } from '@/ui';
import { usePendingSlip } from '../slip/pending';

/** Which person it is now, in which village and why. */
export function BindingResult({ found }: { found: OutputOf<typeof bindSelf> }) {
  const slip = usePendingSlip();
  const go = async () => {
    await loadAccount();
    replace('declare', { person: found.personId });
  };
  return (
    <Page
      action={
        slip !== undefined ? (
          <PrimaryAction
            name="to-slip"
            onPress={() => void loadAccount().then(() => replace('slip', { code: slip }))}
            second={{ label: '回首页', onPress: () => restart('residentHome'), name: 'home' }}
          >
            回到告知单
          </PrimaryAction>
        ) : (
          <PrimaryAction
            name="to-declare"
            onPress={() => void go()}
            second={{ label: '回首页', onPress: () => restart('residentHome'), name: 'home' }}
          >
            去填报
          </PrimaryAction>
        )
      }
    >
      <Notice tone={found.outcome === 'bound' ? 'done' : 'info'}>
        {found.outcome === 'bound' ? '已和户籍名册对上。' : '户籍名册上暂时没有这个人，先按您填的登记，村里会核实。'}
      </Notice>
      <Card>
        <Facts
          items={[
            { label: '姓名', value: found.name },
            { label: '证件', value: found.idMasked || '暂无' },
            {
              label: '所属村（居）',
              value: found.village ? `${found.village.townName}${found.village.name}` : '待认领',
            },
            { label: '为什么', value: found.why },
          ]}
        />
      </Card>
    </Page>
  );
}
