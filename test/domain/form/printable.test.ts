import { blankPaper, paperCopy, printable } from '@/domain/form';
import { employerForm, forms, personalForm } from '@/domain/forms';
import { idOf, knowing, labourer, registered } from '../forms/people';

const ctx = knowing({}, { mode: 'visit' });
const page = (answers = labourer, shown = false) =>
  printable(paperCopy(personalForm, answers, ctx, { secrets: shown ? 'shown' : 'masked' }), personalForm, {
    number: 'YT-1',
  });

/** Cells of a row, with their widths in columns. */
const widths = (html: string): number[] =>
  html.split('<tr>').flatMap((row) => {
    if (!row.includes('colspan')) return [];
    return [[...row.matchAll(/colspan="(\d+)"/g)].reduce((sum, [, span]) => sum + Number(span), 0)];
  });

describe('the printed sheet', () => {
  test.each(Object.entries(forms))('of the %s form has every item once, in full rows', (_name, form) => {
    const html = printable(blankPaper(form, '2018-02-01'), form);
    for (const field of Object.values(form.fields)) {
      if (field.companionOf !== undefined) continue;
      expect(html).toContain(`>${field.label.replace(/'/g, '&#39;')}</th>`);
    }
    expect(new Set(widths(html))).toEqual(new Set([24]));
  });

  test('carries the title, the blocks down the side, number, day and places to sign', () => {
    const html = page();
    expect(html).toContain('<h1>贵州省劳动力就业个人信息数据采集表</h1>');
    for (const block of personalForm.blocks) expect(html).toContain(`<span>${block.title}`);
    for (const words of ['编号：YT-1', '填表日期：2018年2月1日', '本人（代答人）签字', '采集员签字', '带领村干部签字'])
      expect(html).toContain(words);
    expect(html).toMatch(/@page \{ size: A4 portrait/);
  });

  test('puts identity numbers into boxes and ticks what was chosen', () => {
    const html = page(labourer, true);
    const boxed = `<span class="boxes">${[...idOf('1988-01-15')].map((sign) => `<i>${sign}</i>`).join('')}</span>`;
    expect(html).toContain(boxed);
    expect(html).toContain('☑1 健康或良好');
    expect(html).toContain('□2 一般或较弱');
    expect(html).toContain('<i>1</i><i>8</i></span> 纺织服装、服饰业');
  });

  test('is masked unless it was asked for in full', () => {
    const plain = page().replace(/<[^>]+>/g, '');
    expect(plain).not.toContain(registered().idNo);
    expect(plain).not.toContain('13800138000');
  });

  test('lets no answer become markup', () => {
    const html = page({ ...labourer, unitName: '<script>alert(1)</script>"\'&' });
    expect(html).not.toContain('<script>');
    expect(html).toContain('&#60;script&#62;alert(1)&#60;/script&#62;&#34;&#39;&#38;');
  });

  test('puts the words for «other» beside their choice', () => {
    expect(page({ ...labourer, jobForm: '9', jobFormOther: '跟车押运' })).toContain('其他　跟车押运');
  });

  test('prints a list as a table with room for the pen', () => {
    const paper = paperCopy(
      employerForm,
      {
        short: true,
        posts: [{ name: { text: '缝纫工' }, count: 10, payFrom: 3000, payTo: 4500, validTo: '2018-06-30' }],
      },
      { today: '2018-02-01' }
    );
    const html = printable(paper, employerForm);
    expect(html).toContain('<th>岗位(工种)</th><th>需求人数</th>');
    expect(html).toContain('<td>缝纫工</td><td>10人</td>');
    expect(html.match(/<table class="inner">/g)).toHaveLength(2);
  });
});
