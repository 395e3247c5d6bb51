import type { Caller } from './ports';

/**
 * Who calls, from what the platform itself says: the function's environment, and `context.environment` (a JSON string)
 * where a newer runtime gives it. Call it before the first `await`: overlapping calls share process.env, and later
 * it may name another person. `event` is not consulted: `event.userInfo` and a made-up timer event can be sent by anyone.
 */
export function readCaller(
  _event: unknown,
  context: unknown,
  env: Readonly<Record<string, string | undefined>> = process.env
): Caller {
  const ofCall = environmentOf(context);
  const said = (name: string): string => ofCall[name] ?? env[name] ?? '';
  const openid = said('WX_OPENID');
  if (openid !== '') {
    return { kind: 'wechat', openid, unionid: said('WX_UNIONID') || null, appid: said('WX_APPID') };
  }
  if (said('TRIGGER_SRC') === 'timer') return { kind: 'timer' };
  const address = said('TCB_SOURCE_IP') || said('WX_CLIENTIP') || said('WX_CLIENTIPV6');
  return address === '' ? { kind: 'web' } : { kind: 'web', address };
}

/** Only texts count: anything else in the JSON is not what the platform writes. */
function environmentOf(context: unknown): Record<string, string> {
  if (typeof context !== 'object' || context === null || !('environment' in context)) return {};
  const { environment } = context;
  if (typeof environment !== 'string') return {};
  const parsed = parseJson(environment);
  if (typeof parsed !== 'object' || parsed === null) return {};
  const texts = Object.entries(parsed).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return Object.fromEntries(texts);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A context that cannot be read names nobody: the call is then one of a browser without a session.
    return null;
  }
}
