import { createHash, randomBytes } from 'node:crypto';
import { cloudEdges } from '../../../cloudfunctions/edges/cloudbase/edges';
import type { Edges, Message } from '../../../cloudfunctions/edges/ports';
import type { Store } from '../../../cloudfunctions/store/port';
import { readSettings } from '../../../config/settings';
import { type CloudDouble, cloudDouble } from '../../doubles/cloudbase/server';
import { statementLog } from '../../doubles/statement-log';

const clock = { now: () => new Date('2018-02-01T04:00:00Z') };
const settings = readSettings({
  NODE_ENV: 'production',
  DATABASE_URL: 'postgresql://u@localhost/county',
  SECRETS_KEYS: 'given elsewhere',
  WX_TEMPLATE_REMINDER: 'tpl-reminder',
  WX_TEMPLATE_NOTICE: 'tpl-notice',
  WX_TEMPLATE_RETURNED: 'tpl-returned',
});
const reminder: Message<'reminder'> = {
  accountId: 'acc_1',
  openid: 'openid-of-resident',
  template: 'reminder',
  page: 'resident/home/index?from=reminder',
  data: {
    matter: '就业信息申报',
    deadline: '2018-03-31',
    from: '中和镇中海村委会',
    note: '还差您家 2 人，几分钟就能填完',
  },
};

let cloud: CloudDouble;
let edges: Edges;
let rows: ReturnType<typeof statementLog>;
const before = { ...process.env };

beforeAll(async () => {
  cloud = await cloudDouble();
  Object.assign(process.env, {
    TENCENTCLOUD: 'true',
    TENCENTCLOUD_SECRETID: 'AKIDtest',
    TENCENTCLOUD_SECRETKEY: 'secret',
    TENCENTCLOUD_SESSIONTOKEN: 'session',
    TCB_ENV: 'test-env',
    WX_CONTEXT_KEYS: 'WX_API_TOKEN',
    TCB_CONTEXT_KEYS: 'TCB_ENV',
    WX_API_TOKEN: 'wx-token',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${cloud.url}/admin` }),
  });
});
afterAll(async () => {
  await cloud.close();
  for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
  Object.assign(process.env, before);
});
beforeEach(() => {
  cloud.heal();
  rows = statementLog();
  edges = cloudEdges({ store: rows.store, clock, settings, timeout: 400 });
});

describe('a reminder through the real SDK', () => {
  it('reaches WeChat with template, page and texts in their places', async () => {
    cloud.answer('subscribeMessage.send', { json: { errcode: 0, errmsg: 'ok', msgid: 1 } });
    expect(await edges.messages.send(reminder)).toBe('sent');
    const [call] = cloud.calls;
    expect(call?.openApi?.parameters).toEqual({
      touser: 'openid-of-resident',
      template_id: 'tpl-reminder',
      page: 'resident/home/index?from=reminder',
      data: {
        thing1: { value: '就业信息申报' },
        time2: { value: '2018-03-31' },
        thing3: { value: '中和镇中海村委会' },
        thing4: { value: '还差您家 2 人，几分钟就能填完' },
      },
      miniprogram_state: 'formal',
      lang: 'zh_CN',
    });
    expect(call?.body).toMatchObject({ action: 'wx.openApi', envName: 'test-env', wxCloudApiToken: 'wx-token' });
    expect(call?.headers.authorization).toMatch(
      /^TC3-HMAC-SHA256 Credential=AKIDtest\/.+, SignedHeaders=.+, Signature=[0-9a-f]{64}$/
    );
  });

  it('leaves a row and uses up a consent when WeChat took it', async () => {
    await edges.messages.send(reminder);
    expect(rows.statements.map(({ sql }) => /^(INSERT INTO|UPDATE) (\w+)/.exec(sql)?.[2])).toEqual([
      'message',
      'subscription',
    ]);
    expect(rows.statements[0]?.params).toEqual(expect.arrayContaining(['acc_1', 'reminder', 'sent']));
  });

  it.each([
    [43101, 'no-subscription'],
    [43107, 'no-subscription'],
    [40003, 'no-user'],
    [40037, 'invalid'],
    [47003, 'invalid'],
    [41030, 'invalid'],
    [-1, 'unreachable'],
    [45009, 'unreachable'],
  ])('when WeChat answers %d the result is %s, the row says so and no consent is used', async (errcode, result) => {
    cloud.answer('subscribeMessage.send', { json: { errcode, errmsg: 'refused' }, contentType: 'text/plain' });
    expect(await edges.messages.send(reminder)).toBe(result);
    expect(rows.statements).toHaveLength(1);
    expect(rows.statements[0]?.params).toContain(result);
  });

  it('is not lost in a refusal of the cloud before WeChat: no permission, or plain JSON in place of protobuf', async () => {
    cloud.answer('subscribeMessage.send', { errorCode: -604101 });
    expect(await edges.messages.send(reminder)).toBe('invalid');
    cloud.answer('subscribeMessage.send', { plain: { errcode: 43101, errmsg: 'user refuse' } });
    expect(await edges.messages.send(reminder)).toBe('no-subscription');
  });

  it.each(['silence', 'gateway', { code: 'SYS_ERR', message: 'system error' }] as const)(
    'says unreachable when the cloud answers with %j',
    async (failure) => {
      cloud.fail('wx.openApi', failure);
      expect(await edges.messages.send(reminder)).toBe('unreachable');
    }
  );

  it('is not tried for someone without WeChat', async () => {
    expect(await edges.messages.send({ ...reminder, openid: null })).toBe('no-user');
    expect(cloud.calls).toHaveLength(0);
  });

  it('never carries an identity or phone number, and the row does not keep it', async () => {
    const withPhone = { ...reminder, data: { ...reminder.data, note: '请打 138 0013 8000' } };
    expect(await edges.messages.send(withPhone)).toBe('invalid');
    expect(cloud.calls).toHaveLength(0);
    expect(JSON.stringify(rows.statements)).not.toContain('8000');
  });
});

describe('a code of the mini-program', () => {
  const wanted = { page: 'resident/notice/index', scene: 'n=01hx8&v=522732114' };

  it('comes as a picture, asked for with scene and page', async () => {
    const picture = randomBytes(2048);
    cloud.answer('wxacode.getUnlimited', { bytes: picture, contentType: 'image/jpeg' });
    expect(await edges.miniProgramCode.unlimited(wanted)).toEqual({ contentType: 'image/jpeg', bytes: picture });
    expect(cloud.calls[0]?.openApi?.parameters).toMatchObject({ ...wanted, env_version: 'release', check_path: true });
  });

  it.each(['', 'x'.repeat(33), '中文', 'a b'])('refuses the scene %j before asking WeChat', async (scene) => {
    await expect(edges.miniProgramCode.unlimited({ ...wanted, scene })).rejects.toThrow('scene');
    await expect(edges.miniProgramCode.unlimited({ page: '/resident/home/index', scene: 'a' })).rejects.toThrow('page');
    expect(cloud.calls).toHaveLength(0);
  });

  it('asks to try again when WeChat is busy, and is a surprise when our page is wrong', async () => {
    cloud.fail('wx.openApi', 'silence');
    await expect(edges.miniProgramCode.unlimited(wanted)).rejects.toMatchObject({ code: 'call.busy' });
    cloud.heal();
    cloud.answer('wxacode.getUnlimited', { json: { errcode: 41030, errmsg: 'invalid page' } });
    await expect(edges.miniProgramCode.unlimited(wanted)).rejects.toThrow('41030');
  });
});

describe('the phone button', () => {
  it('gives the number behind a fresh code and nothing for a used one', async () => {
    cloud.answer('phonenumber.getPhoneNumber', {
      json: {
        errcode: 0,
        phone_info: { phoneNumber: '+8613800138000', purePhoneNumber: '13800138000', countryCode: '86' },
      },
    });
    expect(await edges.phoneNumbers.exchange('fresh')).toBe('13800138000');
    cloud.answer('phonenumber.getPhoneNumber', { json: { errcode: 40029, errmsg: 'code expired' } });
    expect(await edges.phoneNumbers.exchange('used')).toBeNull();
  });

  it('asks to try again when WeChat does not answer', async () => {
    cloud.fail('wx.openApi', 'silence');
    await expect(edges.phoneNumbers.exchange('fresh')).rejects.toMatchObject({ code: 'call.busy' });
  });
});

describe('files in the cloud', () => {
  const collected = async (pieces: AsyncIterable<Uint8Array>): Promise<Buffer> => {
    const all: Uint8Array[] = [];
    for await (const piece of pieces) all.push(piece);
    return Buffer.concat(all);
  };

  it('are put, read from any place, and deleted', async () => {
    const content = randomBytes(300_000);
    const fileId = await edges.files.put('导出.csv', content);
    expect(fileId).toMatch(/^cloud:\/\/test-env\.bucket\/files\/file_[0-9a-z]{22}\.csv$/);
    expect(
      createHash('sha256')
        .update(await collected(edges.files.read(fileId)))
        .digest('hex')
    ).toBe(createHash('sha256').update(content).digest('hex'));
    expect(await collected(edges.files.read(fileId, 299_990))).toEqual(content.subarray(299_990));
    expect(await collected(edges.files.read(fileId, 300_000))).toHaveLength(0);
    await edges.files.delete([fileId]);
    await edges.files.delete([fileId]);
    await expect(collected(edges.files.read(fileId))).rejects.toMatchObject({ code: 'found.nothing' });
  });

  it('are put from a stream of unknown length', async () => {
    async function* pieces() {
      yield Buffer.from('一行\n');
      yield Buffer.from('二行\n');
    }
    const fileId = await edges.files.put('a.txt', pieces());
    expect((await collected(edges.files.read(fileId))).toString()).toBe('一行\n二行\n');
  });

  it('are uploaded by the browser itself with the headers of the ticket', async () => {
    const ticket = await edges.files.uploadTicket({ name: '户籍名册.XLSX', maximumBytes: 1024 });
    const reply = await fetch(ticket.url, { method: 'PUT', headers: ticket.headers, body: 'PK…' });
    expect(reply.status).toBe(200);
    expect((await collected(edges.files.read(ticket.fileId))).toString()).toBe('PK…');
    expect(ticket).toMatchObject({ expiresAt: '2018-02-01T04:30:00.000Z', fileId: expect.stringMatching(/\.xlsx$/) });
  });

  it('are served at an address that ends', async () => {
    const fileId = await edges.files.put('a.csv', Buffer.from('a'));
    expect(await edges.files.downloadUrl(fileId, '导出.csv', 300)).toMatch(/\?sign=s&t=300$/);
  });

  it('ask to try again when the cloud does not answer', async () => {
    cloud.fail('storage.batchGetDownloadUrl', 'silence');
    await expect(edges.files.downloadUrl('cloud://test-env.bucket/files/x', 'x', 60)).rejects.toMatchObject({
      code: 'call.busy',
    });
  });
});

it('nothing is loaded or reached until the first use', () => {
  const untouched: Store = rows.store;
  cloudEdges({ store: untouched, clock, settings });
  expect(cloud.calls).toHaveLength(0);
});
