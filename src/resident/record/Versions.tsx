import { Text, View } from '@tarojs/components';
import { momentInWords } from '@/client/words';
import type { history } from '@/domain/operations/collecting/collect';
import type { OutputOf } from '@/domain/operations/operation';
import { Card, Empty, Facts } from '@/ui';

type Version = OutputOf<typeof history>['versions'][number];

const modes: Record<Version['mode'], string> = {
  self: '本人填报',
  family: '家人代填',
  visit: '上门采集',
  phone: '电话采集',
};

/** Each version with who said it, how, and what it changed. */
export function Versions({ versions }: { versions: readonly Version[] }) {
  if (versions.length === 0) return <Empty title="还没有修改记录" />;
  return (
    <View>
      {versions.map(({ version, mode, authorName, receivedAt, changes, reasons, onPaper }) => (
        <Card key={version} title={`第 ${version} 次 · ${modes[mode]}`} name={`version-${version}`}>
          <Facts
            items={[
              { label: '谁填的', value: authorName },
              { label: '时间', value: momentInWords(receivedAt) },
              ...(onPaper ? [{ label: '纸质签名', value: '签了纸质表，已存照片' }] : []),
              ...changes.map(({ label, before, after }) => ({ label, value: <Text>{`${before} → ${after}`}</Text> })),
              ...reasons.map(({ about, reason }) => ({ label: `说明：${about}`, value: reason })),
            ]}
          />
        </Card>
      ))}
    </View>
  );
}
