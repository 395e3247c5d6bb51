/** One line a call: what, how long, how it ended. Never inputs, answers, identity, or text of an error that may hold them. */
export interface LogLine {
  operation: string;
  requestId: string;
  outcome: string;
  milliseconds: number;
  /** For surprises: class of the error, its code, and the place in our own code. */
  surprise?: string;
}

export type Log = (line: LogLine) => void;

export const consoleLog: Log = (line) => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

/** Class, code and stack frames of an error, without its message: a message may quote a value. */
export function describeSurprise(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim());
  return `${error.name}${code} ${frames.join(' | ')}`;
}
