import { setTimeout as pause } from 'node:timers/promises';
import { isContention } from './faults';

const ATTEMPTS = 5;

/** Runs a transaction again after a serialization failure or a deadlock, waiting a little longer each time. */
export async function withAttempts<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (attempt === ATTEMPTS || !isContention(error)) throw error;
      await pause(Math.random() * 10 * 2 ** attempt);
    }
  }
}
