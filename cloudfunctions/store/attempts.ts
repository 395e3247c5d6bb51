import { setTimeout as pause } from 'node:timers/promises';
import { isPassing } from './faults';

const ATTEMPTS = 5;

/** Runs a transaction again after a serialization failure, a deadlock or a stale plan, waiting a little longer each time. */
export async function withAttempts<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt === ATTEMPTS || !isPassing(error)) throw error;
      await pause(Math.random() * 10 * 2 ** attempt);
    }
  }
}
