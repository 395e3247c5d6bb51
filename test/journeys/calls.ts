import { randomUUID } from 'node:crypto';

type Value = Record<string, unknown>;

export interface Caller {
  session: string;
  call(operation: string, input: unknown): Promise<Value>;
}

/** Somebody at another place of the county, without a browser. */
export async function callerAt(url: string, persona: string): Promise<Caller> {
  const signed = await post(url, { operation: 'account.signInLocally', input: { persona } });
  const session = String(signed.session);
  const me = await post(url, { operation: 'account.me', input: {}, session });
  const posts = me.posts as { postId: string; undertaking: { wanted: string; agreed: string | null } }[];
  const own = posts[0] === undefined ? {} : { post: posts[0].postId };
  const wanted = posts[0]?.undertaking.wanted ?? '';
  if (wanted !== '')
    await post(url, { operation: 'account.acceptUndertaking', input: { version: wanted }, session, ...own });
  return { session, call: (operation, input) => post(url, { operation, input, session, ...own }) };
}

export async function post(
  url: string,
  envelope: { operation: string; input: unknown; session?: string; post?: string }
): Promise<Value> {
  const answer = await fetch(`${url}/fn/${envelope.operation.split('.')[0]}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...envelope, requestId: randomUUID() }),
  });
  const reply = (await answer.json()) as { ok: boolean; value: Value; problem?: { code: string; message: string } };
  if (!reply.ok) throw new Error(`${envelope.operation}: ${reply.problem?.code} ${reply.problem?.message}`);
  return reply.value;
}
