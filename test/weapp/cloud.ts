import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import type { CloudHandler, Phone } from './wx';

/** Lets the mini-program of a run call a county that is really there. */
export const cloudAt =
  (url: string): CloudHandler =>
  (call, functionName) =>
    post(`${url}/fn/${functionName}`, call);

/** Puts the session of one of the invented people on the phone, as if he had signed in yesterday. */
export async function signInAs(phone: Phone, url: string, persona: string): Promise<void> {
  const call = { operation: 'account.signInLocally', input: { persona }, requestId: randomUUID() };
  const reply = (await post(`${url}/fn/account`, call)) as { ok: boolean; value: { session: string } };
  if (!reply.ok) throw new Error(`${persona} could not sign in: ${JSON.stringify(reply)}`);
  phone.storage.set('session', JSON.stringify({ token: reply.value.session }));
}

function post(url: string, body: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const call = request(url, { method: 'POST', headers: { 'content-type': 'application/json' } }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (part: string) => {
        text += part;
      });
      answer.on('end', () => resolve(JSON.parse(text)));
    });
    call.on('error', reject);
    call.end(JSON.stringify(body));
  });
}
