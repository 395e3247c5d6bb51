import { useEffect, useState } from 'react';
import { useCommand } from '@/client/calls/use-command';
import { slipSheets } from '@/domain/operations/account/household';
import { canPrint, printDocument } from '@/platform/outward/print';
import { toast } from '@/ui';

export interface Printed {
  households: number;
  next: string | null;
}

/** Five sheets at a time, one after another through the village or one of its groups. */
export function useSheets(villageCode: string, group: string, onPrinted: () => Promise<void>) {
  const sheets = useCommand(slipSheets);
  const [printed, setPrinted] = useState<Printed>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another group is printed from its beginning
  useEffect(() => setPrinted(undefined), [villageCode, group]);
  const print = async () => {
    if (!canPrint()) {
      toast((await printDocument('')) ?? '');
      return;
    }
    const done = await sheets.run({ villageCode, group, cursor: printed?.next ?? null });
    if (done === undefined) return;
    await printDocument(done.html);
    setPrinted({ households: (printed?.next ? printed.households : 0) + done.households, next: done.next });
    await onPrinted();
  };
  return { print, printed, busy: sheets.busy, problem: sheets.problem };
}

/** What has gone to the printer so far. */
export const sheetNote = (printed: Printed | undefined): string =>
  printed === undefined
    ? '一张 A4 纸八户，一次打印五张（40 户）'
    : printed.next === null
      ? `已打印 ${printed.households} 户，全部打完`
      : `已打印 ${printed.households} 户，还有没打的`;
