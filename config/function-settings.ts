import type { FunctionName } from '@/domain/operations/operation';
import { timersOf } from './timers';

/** What each cloud function needs of the platform, once; config.json and cloudbaserc.json are made from it. */
interface FunctionSettings {
  /** Seconds; the platform's own default of 3 would cut a first call that opens a database connection. */
  timeout: number;
  /** MB. */
  memory: 256 | 512 | 1024;
  /** Interfaces of WeChat the function may call; WeChat's tools upload them with config.json. */
  openapi: readonly string[];
}

const message = 'subscribeMessage.send';
const code = 'wxacode.getUnlimited';
const phone = 'phonenumber.getPhoneNumber';

export const functionSettings: Readonly<Record<FunctionName, FunctionSettings>> = {
  account: { timeout: 15, memory: 256, openapi: [phone, code] },
  register: { timeout: 30, memory: 512, openapi: [] },
  collect: { timeout: 20, memory: 256, openapi: [message, code] },
  assignment: { timeout: 30, memory: 512, openapi: [code] },
  notice: { timeout: 30, memory: 256, openapi: [message, code] },
  quality: { timeout: 30, memory: 512, openapi: [message] },
  office: { timeout: 30, memory: 512, openapi: [] },
  // Long work is cut into turns that end well before this.
  jobs: { timeout: 300, memory: 1024, openapi: [message] },
};

/** A timer trigger as both files spell it. */
export const triggersOf = (name: FunctionName): { name: string; type: 'timer'; config: string }[] =>
  timersOf(name).map((timer) => ({ name: timer.name, type: 'timer', config: timer.cron }));
