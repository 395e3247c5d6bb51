import { type County, openCounty } from '../journeys/county';
import { cloudAt, signInAs } from './cloud';
import { boot, type MiniProgram } from './harness';
import { newPhone, type Phone } from './wx';

/** The enumerator's day in the built mini-program; only WeChat's own functions are stood in for. */
let county: County;
let phone: Phone;
let app: MiniProgram;
beforeAll(async () => {
  county = await openCounty();
  phone = newPhone();
  phone.handler = cloudAt(county.url);
  await signInAs(phone, county.url, 'enumerator');
  app = boot(phone);
}, 150_000);
afterAll(() => county?.close());

const noSignal = () => {
  phone.handler = () => {
    throw new Error('no signal');
  };
};
const signal = () => {
  phone.handler = cloudAt(county.url);
};
const kept = (prefix: string) => [...phone.storage.keys()].filter((key) => key.startsWith(prefix));
const named = (pattern: RegExp): string => {
  const found = pattern.exec(app.dom().innerHTML)?.[1];
  if (found === undefined) throw new Error(`Nothing like ${pattern} on ${app.url()}`);
  return found;
};

test('the post is taken up and the village comes onto the phone', async () => {
  await app.openPage('resident/posts/index');
  await app.sees('采集员');
  await app.tap('post-enumerator');
  await app.sees('我已阅读并承诺');
  await app.tap('read');
  await app.tap('promise');
  await app.sees('准备今天的村');
  await app.tap('prepare');
  await app.sees('开始准备');
  await app.tap('start');
  await app.sees('全村名单已存好');
  expect(kept('village/').some((key) => key.endsWith('/state'))).toBe(true);
});

test('without a signal the list opens, a visit is kept and a person not found is closed with a witness', async () => {
  noSignal();
  await app.openPage('enumerator/day/index');
  await app.sees('还剩');
  await app.tap(named(/at--(household-[\w-]+)/));
  await app.sees('没见到、打电话');
  await app.tap(named(/at--(visit-[\w-]+)/));
  await app.tap('outcome-11');
  await app.input('cadre', '示例支书');
  await app.tap('close-person');
  await app.tap('closeAs-12');
  await app.sees('要写明证明人');
  await app.input('witness', '示例组长');
  await app.input('closeReason', '同一人登记了两次');
  await app.sees('第二人签字');
  await app.tap('save-visit');
  await app.sees('待发送');
  expect(kept('outbox/')).toHaveLength(1);
});

test('a full phone refuses the form before it is typed', async () => {
  phone.used = 10_200;
  await app.tap(named(/at--(collect-[\w-]+)/));
  await app.sees('手机里的空间不够了');
  phone.used = 0;
});

test('with a signal what waited goes out in one batch, and the cloud has it once', async () => {
  signal();
  phone.calls.length = 0;
  await app.openPage('resident/outbox/index');
  await app.sees('办结');
  await app.tap('send-now');
  await app.sees('没有待发送的内容');
  expect(phone.calls.filter(({ operation }) => operation === 'collect.sync')).toHaveLength(1);
  const entry = JSON.parse(String(phone.storage.get(kept('outbox/')[0] ?? '')));
  expect(entry).toMatchObject({ input: null, standing: { is: 'received' } });
});
