import { type ReactNode, useEffect, useState } from 'react';
import type { Problem } from '@/domain/problem';
import { problemOf } from '@/platform/client';
import { Empty, Page, PrimaryAction } from '@/ui';
import { open } from '../navigate';
import { lackOfRoom } from './room';

interface RoomForProps {
  bytes: number;
  /** 填一张表 */
  what: string;
  children: ReactNode;
}

/** What the phone cannot store is refused before it is typed, with the way to make room. */
export function RoomFor({ bytes, what, children }: RoomForProps) {
  const [measured, setMeasured] = useState<{ lack: Problem | undefined }>();
  useEffect(() => {
    lackOfRoom(bytes, what)
      .catch(problemOf)
      .then((lack) => setMeasured({ lack }));
  }, [bytes, what]);
  if (measured === undefined) return <Page dense loading />;
  if (measured.lack === undefined) return children;
  return (
    <Page
      dense
      action={
        <PrimaryAction name="to-outbox" onPress={() => open('outbox')}>
          去发送
        </PrimaryAction>
      }
    >
      <Empty title="手机里的空间不够了" hint={measured.lack.message} icon="warning" />
    </Page>
  );
}
