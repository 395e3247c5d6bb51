import {
  askedFields,
  block,
  check,
  form,
  normalize,
  presentFields,
  questionPages,
  questionText,
  sameAsHead,
  sharedFields,
  text,
  withSystemAnswers,
} from '@/domain/form';
import { ctx, herdForm } from './small-form';

const keeps = { owner: '韦', keeps: true, kind: '2' };

describe('the journey follows the answers', () => {
  test('a follow-up waits for the question it follows', () => {
    expect(askedFields(herdForm, {}, ctx)).toEqual(['owner', 'keeps']);
    expect(askedFields(herdForm, { owner: '韦' }, ctx)).toEqual(['owner', 'tel', 'keeps']);
    expect(askedFields(herdForm, { ...keeps, kind: undefined }, ctx)).toEqual(['owner', 'tel', 'keeps', 'kind']);
    expect(askedFields(herdForm, keeps, ctx)).toEqual(['owner', 'tel', 'keeps', 'kind', 'count']);
  });

  test('an answer that is taken back takes its follow-ups along', () => {
    expect(normalize(herdForm, { ...keeps, count: 3, keeps: false }, ctx)).toEqual({ owner: '韦', keeps: false });
  });

  test('a block opens for whom it concerns', () => {
    expect(presentFields(herdForm, { ...keeps, count: 3 }, ctx)).toEqual(
      expect.arrayContaining(['more', 'keeper', 'seenBy'])
    );
    expect(presentFields(herdForm, { ...keeps, count: 300 }, ctx)).not.toContain('more');
  });

  test('a derived value replaces what was written', () => {
    expect(normalize(herdForm, { ...keeps, count: 100, big: false }, ctx).big).toBe(true);
    expect(normalize(herdForm, { ...keeps, count: 99, big: true }, ctx)).not.toHaveProperty('big');
  });

  test('«other» asks for its words on the same screen', () => {
    const answers = { ...keeps, kind: '9' };
    expect(questionPages(herdForm, answers, ctx).find((page) => page.id === 'herd')?.fields).toEqual([
      'kind',
      'kindOther',
      'count',
    ]);
    expect(check(herdForm, answers, ctx).map((one) => one.field)).toContain('kindOther');
    expect(normalize(herdForm, { ...answers, kindOther: '羊', kind: '2' }, ctx)).not.toHaveProperty('kindOther');
  });

  test('collection questions are the enumerator’s, system answers nobody’s', () => {
    const small = { ...keeps, count: 3 };
    expect(askedFields(herdForm, small, ctx)).not.toContain('seenBy');
    expect(askedFields(herdForm, small, { ...ctx, mode: 'visit' })).toContain('seenBy');
    expect(askedFields(herdForm, small, { ...ctx, mode: 'visit' })).not.toContain('keeper');
    expect(withSystemAnswers(herdForm, { ...small, keeper: '冒名' }, { keeper: '甲' })).toEqual({
      ...small,
      keeper: '甲',
    });
    expect(withSystemAnswers(herdForm, { ...small, keeper: '冒名' }, {})).toEqual(small);
  });
});

describe('pages', () => {
  test('begin with what the register knows, one tap to confirm', () => {
    const register = { owner: '韦', tel: '13800138000' };
    const [first, second] = questionPages(herdForm, {}, { ...ctx, register });
    expect(first).toEqual({ id: 'register', title: '请核对您的登记信息', step: '身份', fields: ['owner', 'tel'] });
    expect(second).toMatchObject({ id: 'keeps', title: '养牲口吗？', step: '家里' });
  });

  test('what the person corrects there counts, not what the register said', () => {
    expect(normalize(herdForm, { owner: '潘' }, { ...ctx, register: { owner: '韦' } }).owner).toBe('潘');
  });

  test('a finding names the page that shows its field', () => {
    const findings = check(herdForm, { ...keeps, count: 60, kind: '1' }, ctx);
    expect(findings).toEqual([
      { field: 'count', page: 'herd', rule: 'W1', severity: 'warning', message: '「头数」多，请核对。' },
    ]);
  });

  test('findings stand in the order of the form', () => {
    expect(check(herdForm, { keeps: true }, ctx).map((one) => one.field)).toEqual(['owner', 'kind']);
  });

  test('a question is worded for whom it is put to', () => {
    expect(questionText(herdForm, 'count', {}, ctx)).toEqual({ ask: '养几头？' });
    expect(questionText(herdForm, 'big', {}, ctx)).toEqual({ ask: '大户' });
  });
});

test('a household shares what is flagged, and only that', () => {
  expect(sharedFields(herdForm)).toEqual(['more']);
  expect(sameAsHead(herdForm, { more: true, owner: '韦' }, { owner: '潘', keeps: true })).toEqual({
    owner: '潘',
    keeps: true,
    more: true,
  });
  expect(sameAsHead(herdForm, { more: true }, { more: false }, [])).toEqual({ more: false });
  expect(sameAsHead(herdForm, {}, { more: false })).toEqual({ more: false });
});

test('a field declared twice stops the program at once', () => {
  const twice = block({ id: 'a', title: 'a', step: 'a', fields: { owner: text({ label: 'a', max: 1 }) } });
  expect(() => form({ ...herdForm, blocks: [twice, { ...twice, id: 'b' }] })).toThrow('owner');
});
