import { Problem } from '@/domain/problem';
import { digest } from './digest';
import type { Call, Handler } from './handle';

interface Limit {
  /** How often in how many minutes. */
  times: number;
  minutes: number;
  /** Each caller for himself; where nobody has signed in yet each network address, or everyone together. */
  who: 'caller' | 'address' | 'everyone';
}

/**
 * Bounds how often something that can be guessed may be tried. Counted in its own transaction before the call,
 * so that a refused try counts too. Errors: call.tooOften.
 */
export function limited(handler: Handler, limit: Limit): Handler {
  const { operation } = handler;
  const run = async (call: Call): Promise<unknown> => {
    const { store, clock, county } = call.services;
    const who = whoOf(limit, call);
    if (who === undefined) return handler.run(call);
    const stretch = limit.minutes * 60_000;
    const start = new Date(Math.floor(clock.now().getTime() / stretch) * stretch);
    const row = await store.transaction((db) =>
      db.one<{ times: number }>(
        `INSERT INTO attempt AS a (county_code, kind, who, window_start, times)
         VALUES ($1::text, $2::text, $3::text, $4::timestamptz, 1)
         ON CONFLICT (county_code, kind, who, window_start) DO UPDATE SET times = a.times + 1 RETURNING times`,
        [county.countyCode, operation.name, who, start]
      )
    );
    if (row === undefined || row.times > limit.times) throw new Problem('call.tooOften', { minutes: limit.minutes });
    return handler.run(call);
  };
  return { operation, run };
}

/** Undefined when the platform does not tell the address: another limit has to hold then. */
function whoOf(limit: Limit, { caller, envelope }: Call): string | undefined {
  if (limit.who === 'everyone') return '';
  if (limit.who === 'address') {
    return caller.kind === 'web' && caller.address !== undefined ? digest(caller.address) : undefined;
  }
  return caller.kind === 'wechat' ? digest(caller.openid) : digest(envelope.session ?? '');
}
