import type { Answers } from '@/domain/form';
import { sampleIdNumber } from '@/domain/identity';
import { submitRecord } from '@/domain/operations/collecting/collect';
import { labourer } from '../../domain/forms/people';
import { type County, expectProblem, openCounty } from '../../support/county';
import { atTheDoor, submission, working } from '../../support/county/forms';

let county: County;
beforeEach(async () => {
  county = await openCounty();
});

const stored = async (): Promise<number> =>
  (
    await county.store.read((db) =>
      db.one<{ n: number }>(
        'SELECT (SELECT count(*) FROM record) + (SELECT count(*) FROM record_version) + (SELECT count(*) FROM visit) + (SELECT count(*) FROM request) AS n'
      )
    )
  )?.n ?? -1;

afterEach(async () => {
  expect(await stored()).toBe(0);
  expect(county.world.log.filter(({ outcome }) => outcome === 'internal')).toEqual([]);
});

const right = sampleIdNumber('522732', '1950-03-02', '1', 1);
const wrongDigit = right.slice(0, 17) + (right.endsWith('1') ? '2' : '1');
const { phone: _phone, ...withoutPhone } = labourer;

describe('a form with', () => {
  test.each<[string, Answers, string]>([
    ['an unknown code', { ...working, marital: '77' }, '婚姻状况'],
    ['a code that is no text', { ...working, marital: { $ne: '' } }, '婚姻状况'],
    ['an unknown class', { ...working, populationClass: '99' }, '人口资源分类'],
    ['a retired industry', { ...working, industry: '9999' }, '行业'],
    ['30 February', { ...working, contractEnd: '2018-02-30' }, '终止'],
    ['a job that begins next year', { ...working, startDate: '2019-01' }, '开始'],
    ['a wrong check digit', { ...working, headIdNo: wrongDigit }, '户主身份证号'],
    ['a number of seven digits', { ...working, idNo: '5227321' }, '公民身份号码'],
    ['a made-up mask', { ...working, idNo: '999999********0000' }, '公民身份号码'],
    ['a telephone of ten digits', { ...working, phone: '1380013800' }, '联系电话'],
    ['HTML in a name', { ...working, headName: '<script>alert(1)</script>' }, '户主姓名'],
    ['a name of sixty characters', { ...working, headName: '韦'.repeat(60) }, '户主姓名'],
    ['a text far too long', { ...working, unitName: '厂'.repeat(5000) }, '单位名称'],
    ['an income that is a word', { ...working, income: '很多' }, '月收入'],
    ['something this form does not ask', { ...working, isAdmin: true }, '没有的项目'],
    ['prototype keys', JSON.parse('{"__proto__": {"admin": true}, "constructor": "x"}'), '没有的项目'],
    ['hardly any answers', { populationClass: '03' }, '请'],
    ['no confirmation', labourer, '以上内容属实'],
    ['a place of work of nowhere', { ...working, placeDivision: '999999' }, '就业'],
  ])('%s is refused in Chinese, naming the field', async (_what, answers, words) => {
    const problem = await expectProblem(
      county.as('resident').refused(submitRecord, submission(county, 'weiXiaoming', { answers })),
      'form.faults'
    );
    expect(problem.message).toContain(words);
    expect(problem.message).not.toMatch(/script|\[object|undefined|null|zod|expected/i);
  });

  test('a warning needs its reason', async () => {
    const answers = { ...working, income: 60_000 };
    const problem = await expectProblem(
      county.as('resident').refused(submitRecord, submission(county, 'weiXiaoming', { answers })),
      'form.warnings'
    );
    expect(problem.message).toContain('月收入');
  });

  test('full-width digits, spaces and a lower-case x is put right, not refused', async () => {
    const answers = { ...withoutPhone, phone: '１３８ ００１３ ８０００', confirmed: true };
    const reply = await county.as('resident').reply(submitRecord, submission(county, 'weiXiaoming', { answers }));
    expect(reply.ok).toBe(true);
    await county.store.read((db) => db.script('TRUNCATE record, record_version, request'));
  });

  test('a version of the future is unknown', async () => {
    await expectProblem(
      county.as('resident').refused(submitRecord, submission(county, 'weiXiaoming', { formVersion: 99 })),
      'form.unknown'
    );
  });

  test('a class that only the village can know is refused to a resident', async () => {
    const answers = { populationClass: '14', remark: '不愿意填', confirmed: true };
    const problem = await expectProblem(
      county.as('resident').refused(submitRecord, submission(county, 'weiXiaoming', { answers })),
      'form.faults'
    );
    expect(problem.message).toContain('村（居）干部');
  });
});

describe('a call with', () => {
  const input = () => submission(county, 'weiXiaoming');

  test.each<[string, object, string]>([
    ['answers that are a list', { answers: [] }, '填写内容'],
    ['no submission number', { submissionId: undefined }, '提交编号'],
    ['a submission number with a quote', { submissionId: `x'; DROP TABLE person; --` }, '提交编号'],
    ['a version that is a text', { formVersion: '1' }, '表格版本'],
    ['a negative base version', { baseVersion: -1 }, '原版本'],
    ['a time that is none', { collectedAt: 'yesterday' }, '时间'],
    ['a mode of its own', { mode: 'telepathy' }, '采集方式'],
    ['one thing too many', { state: 'accepted' }, '内容'],
    ['reasons without end', { reasons: { E1: 'x'.repeat(500) } }, '说明'],
  ])('%s names what is wrong', async (_what, wrong, words) => {
    const problem = await expectProblem(
      county.as('resident').refused(submitRecord, { ...input(), ...wrong }),
      'call.invalid'
    );
    expect(problem.message).toContain(words);
  });

  test('more than 100 KB is refused as a whole', async () => {
    const answers = { ...working, remark: '一'.repeat(40_000) };
    await expectProblem(county.as('resident').refused(submitRecord, { ...input(), answers }), 'call.oversize');
  });

  test('a person of nowhere, or of another village', async () => {
    await expectProblem(
      county
        .as('enumerator')
        .refused(submitRecord, submission(county, 'p_nobody_here', { answers: { ...working, ...atTheDoor } })),
      'found.nothing'
    );
    await expectProblem(
      county
        .as('otherEnumerator')
        .refused(
          submitRecord,
          submission(county, 'weiXiaoming', { answers: { ...working, ...atTheDoor }, mode: 'visit' })
        ),
      'access.scope'
    );
    await expectProblem(
      county.as('townOfficer').refused(submitRecord, submission(county, 'weiXiaoming')),
      'access.verb'
    );
    await expectProblem(county.anyone.refused(submitRecord, input()), 'access.signIn');
  });

  test('an operation that does not exist, or a malformed envelope', async () => {
    const { main } = await import('../../../cloudfunctions/collect');
    const context = { environment: JSON.stringify({ WX_OPENID: '', TRIGGER_SRC: '' }) };
    expect(
      await main({ operation: 'collect.deleteEverything', input: {}, requestId: 'a-request-id-of-16' }, context)
    ).toMatchObject({ ok: false, problem: { code: 'call.unknownOperation' } });
    for (const event of [
      null,
      [],
      'text',
      7,
      { operation: 'collect.openForm' },
      { operation: 7, input: {}, requestId: 'x' },
    ]) {
      expect(await main(event, context)).toMatchObject({ ok: false, problem: { code: 'call.malformed' } });
    }
  });
});
