import { Notice } from '@/ui';

export function LeaseNote({ leasedUntil }: { leasedUntil: string | null }) {
  if (leasedUntil === null) return null;
  const left = Math.ceil((Date.parse(leasedUntil) - Date.now()) / 86_400_000);
  if (left > 7) return null;
  return (
    <Notice tone="wait">
      {left > 0 ? `这个村的任务还有 ${left} 天到期` : '这个村的任务已到期，填的内容会送去核对，请联系督导'}
    </Notice>
  );
}
