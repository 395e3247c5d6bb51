import { consoleLog, type Log } from '../runtime/log';

/** The log at the level of the setting LOG_LEVEL. A timer that found nothing to complain about is never a line. */
export function leveledLog(level: 'all' | 'problems' | 'none', write: Log = consoleLog): Log {
  return (line) => {
    const fine = line.outcome === 'ok';
    if (level === 'none' || (fine && (level === 'problems' || line.operation.startsWith('timer.')))) return;
    write(line);
  };
}
