import { useState } from 'react';
import { signedPaper } from '@/domain/operations/collecting/signed-paper';
import type { Problem } from '@/domain/problem';
import { useCommand } from './calls/use-command';

export interface PictureShown {
  shown: { attachmentId: string; source: string } | undefined;
  open: (attachmentId: string) => Promise<void>;
  close: () => void;
  busy: boolean;
  problem: Problem | undefined;
}

/** The photo of a signed sheet, fetched only when somebody asks for it, since each look is recorded. */
export function usePicture(): PictureShown {
  const look = useCommand(signedPaper);
  const [shown, setShown] = useState<PictureShown['shown']>();
  const open = async (attachmentId: string) => {
    const found = await look.run({ attachmentId });
    if (found !== undefined) setShown({ attachmentId, source: `data:image/jpeg;base64,${found.picture}` });
  };
  return { shown, open, close: () => setShown(undefined), busy: look.busy, problem: look.problem };
}
