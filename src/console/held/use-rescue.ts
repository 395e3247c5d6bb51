import { useState } from 'react';
import { importRescue } from '@/domain/operations/collecting/rescue';
import type { OutputOf } from '@/domain/operations/operation';
import { Problem } from '@/domain/problem';
import { type RescueFile, readRescueFile } from '@/domain/rescue/file';
import { call, problemOf } from '@/platform/client';

export type Rescued = OutputOf<typeof importRescue>['entries'][number];

interface Progress {
  file: RescueFile;
  name: string;
  /** Parts that were answered; the import goes on behind them. */
  parts: number;
  authorName: string;
  entries: readonly Rescued[];
}

/**
 * A rescue file, part after part. A part that was interrupted is sent again and answers alike, so pressing once more
 * goes on where the line broke.
 */
export function useRescue() {
  const [progress, setProgress] = useState<Progress>();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const choose = (name: string, text: string) => {
    const file = readRescueFile(text);
    setProblem(file === undefined ? new Problem('rescue.file') : undefined);
    setProgress(file && { file, name, parts: 0, authorName: '', entries: [] });
  };
  const run = async () => {
    if (progress === undefined) return;
    setBusy(true);
    setProblem(undefined);
    try {
      let now = progress;
      for (const part of progress.file.parts.slice(progress.parts)) {
        const reply = await call(importRescue, { header: progress.file.header, part });
        now = {
          ...now,
          parts: part.part,
          authorName: reply.authorName,
          entries: [...now.entries, ...reply.entries],
        };
        setProgress(now);
      }
    } catch (error) {
      setProblem(problemOf(error));
    }
    setBusy(false);
  };
  return { progress, busy, problem, choose, run };
}
