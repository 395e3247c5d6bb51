import { check, draftSchema, normalize, paperCopy, printable, upgrade, versionState } from '@/domain/form';
import { describe as describeForm } from '@/domain/form/output/describe';
import { ctx, herdForm, herdForm2 } from './small-form';

const draft = { owner: '韦', keeps: true, kind: '2', count: 3 };

describe('from version 1 to 2', () => {
  test('a draft, whole or half-filled, goes along', () => {
    expect(upgrade(herdForm2, draft, 1)).toEqual({ owner: '韦', keeps: true, kind: '2', heads: 3 });
    expect(upgrade(herdForm2, { owner: '韦' }, 1)).toEqual({ owner: '韦' });
    expect(draftSchema(herdForm2).parse(upgrade(herdForm2, draft, 1))).toMatchObject({ heads: 3 });
  });

  test('the upgraded answers are right by the new version', () => {
    expect(check(herdForm2, upgrade(herdForm2, draft, 1), ctx)).toEqual([]);
    expect(normalize(herdForm2, upgrade(herdForm2, draft, 1), ctx)).toHaveProperty('heads', 3);
  });

  test('answers of today’s version stay as they are', () => {
    const now = { owner: '韦', heads: 4 };
    expect(upgrade(herdForm2, now, 2)).toBe(now);
  });

  test('a version no longer taken is expired, one that never was is unknown', () => {
    const later = { ...herdForm2, acceptsFrom: 2 };
    expect([0, 1, 2, 3].map((version) => versionState(later, version))).toEqual([
      'unknown',
      'expired',
      'current',
      'unknown',
    ]);
    expect(versionState(herdForm2, 1)).toBe('upgradable');
    expect(upgrade(later, draft, 1)).toHaveProperty('heads', 3);
  });

  test('the paper of version 1 can still be read and printed', () => {
    const paper = paperCopy(herdForm, draft, ctx);
    expect(paper.sections[0]?.lines.map((line) => `${line.label}：${line.text}`)).toContain('头数：3头');
    expect(printable(paper, herdForm2)).toContain('头数');
    expect(printable(paper, herdForm2)).toContain('3头');
  });

  test('a changed declaration shows in the description', () => {
    expect(describeForm(herdForm2)).not.toEqual({ ...describeForm(herdForm), version: 2 });
  });
});
