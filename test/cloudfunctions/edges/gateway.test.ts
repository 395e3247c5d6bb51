import { throughGateway } from '../../../cloudfunctions/edges/gateway';

const main = throughGateway(async (event) => ({ ok: true, value: event }));
const call = { operation: 'account.me', input: {}, requestId: 'r'.repeat(20) };
const http = (body: string, more: object = {}) => main({ httpMethod: 'POST', path: '/fn/account', body, ...more }, {});

describe('a function behind the HTTP entry', () => {
  it('gets a browser’s call as it was sent, and answers as HTTP', async () => {
    expect(await http(JSON.stringify(call))).toMatchObject({
      statusCode: 200,
      headers: { 'cache-control': 'no-store' },
      body: JSON.stringify({ ok: true, value: call }),
    });
    const packed = Buffer.from(JSON.stringify(call)).toString('base64');
    expect(await http(packed, { isBase64Encoded: true })).toMatchObject({ statusCode: 200 });
  });

  it('gets a call of the mini-program untouched', async () => {
    expect(await main(call, {})).toEqual({ ok: true, value: call });
  });

  it.each([
    ['not JSON', '{"operation":', 400, 'call.malformed'],
    ['nothing', '', 400, 'call.malformed'],
    ['one request in another', JSON.stringify({ httpMethod: 'POST', body: '{}' }), 400, 'call.malformed'],
    ['more than 100 KB', JSON.stringify('字'.repeat(40_000)), 413, 'call.oversize'],
  ])('refuses %s with a sentence', async (_what, body, statusCode, code) => {
    const reply = (await http(body)) as { statusCode: number; body: string };
    expect([reply.statusCode, JSON.parse(reply.body).problem.code]).toEqual([statusCode, code]);
  });

  it('refuses to be opened as a page', async () => {
    expect(await main({ httpMethod: 'GET', path: '/fn/account' }, {})).toMatchObject({ statusCode: 405 });
  });
});
