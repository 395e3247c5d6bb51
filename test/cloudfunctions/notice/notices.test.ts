import { reportSubscription } from '@/domain/operations/account/account';
import { setPhases } from '@/domain/operations/office/phases';
import * as operations from '@/domain/operations/publicity/notice';
import { deliverNotices } from '../../../cloudfunctions/notice/deliver';
import { type County, elsewhere, expectProblem, home, nextDoor, openCounty, personIdOf } from '../../support/county';

let county: County;
beforeEach(async () => {
  county = await openCounty();
});

const town = home.slice(0, 9);
const content = { greeting: '中海村的父老乡亲：', paragraphs: ['采集员这个月上门。'], callback: '0854-3921234' };
const notice = (divisionCode: string, more: object = {}) => ({
  divisionCode,
  title: '就业信息采集通知',
  issuer: '中海村民委员会',
  content,
  ...more,
});
const publish = (who: 'villageSecretary' | 'townOfficer' | 'countyOfficer' | 'otherSecretary', code: string) =>
  county.as(who).call(operations.publishNotice, notice(code));
const titlesFor = async (who: 'resident' | 'neighbour' | 'newcomer' | 'townOfficer' | 'otherSecretary') =>
  (await county.as(who).call(operations.listNotices, {})).items.map(({ level }) => level);

describe('putting up a notice', () => {
  test('the village, its town and the county reach a resident; another village does not', async () => {
    expect(await publish('villageSecretary', home)).toMatchObject({ level: 'village', villages: 1, people: 7 });
    await publish('townOfficer', town);
    await publish('countyOfficer', '522732');
    await publish('otherSecretary', elsewhere);
    expect((await titlesFor('resident')).sort()).toEqual(['county', 'town', 'village']);
    expect(await titlesFor('newcomer')).toEqual(['county']);
    expect((await titlesFor('townOfficer')).sort()).toEqual(['county', 'town', 'village']);
    expect((await titlesFor('otherSecretary')).sort()).toEqual(['county', 'village']);
  });

  test('nobody puts one up beyond his place', async () => {
    await expectProblem(
      county.as('villageSecretary').refused(operations.publishNotice, notice(nextDoor)),
      'access.scope'
    );
    await expectProblem(county.as('villageSecretary').refused(operations.publishNotice, notice(town)), 'access.scope');
    await expectProblem(county.as('townOfficer').refused(operations.publishNotice, notice('522732')), 'access.scope');
    await expectProblem(county.as('enumerator').refused(operations.publishNotice, notice(home)), 'access.verb');
  });

  test.each([
    ['an identity number', '请张三（522732 19900506 9914）来村委会', '第 2 段'],
    ['a mobile number in full-width digits', '请打１３８１１１１２２２２', '第 2 段'],
  ])('%s has no business in it, and the sentence says where it is', async (_what, text, where) => {
    const input = notice(home, { content: { ...content, paragraphs: ['第一段。', text] } });
    const problem = await expectProblem(
      county.as('villageSecretary').refused(operations.publishNotice, input),
      'notice.identity'
    );
    expect(problem.message).toContain(where);
    expect(problem.message).not.toContain('9914');
  });

  test('HTML in a title is refused, in a paragraph it prints as text', async () => {
    const bad = notice(home, { title: '<script>alert(1)</script>' });
    await expectProblem(county.as('villageSecretary').refused(operations.publishNotice, bad), 'call.invalid');
    const input = notice(home, { content: { ...content, paragraphs: ['<img src=x onerror=alert(1)>'] } });
    const { noticeId } = await county.as('villageSecretary').call(operations.publishNotice, input);
    const { html } = await county.as('villageSecretary').call(operations.poster, { noticeId });
    expect(html).not.toContain('<img src=x');
    expect(html).toContain('&#60;img src=x');
  });

  test.each([
    ['a null character', 'a\u0000b'],
    ['half a surrogate pair', 'a\ud800b'],
  ])('%s is refused as unreadable, not stumbled over', async (_what, text) => {
    const input = notice(home, { content: { ...content, paragraphs: [text] } });
    await expectProblem(county.as('villageSecretary').refused(operations.publishNotice, input), 'call.malformed');
  });

  test('one that has expired is gone for residents and stays for staff', async () => {
    await county.as('villageSecretary').call(operations.publishNotice, notice(home, { expiresOn: '2018-02-02' }));
    expect(await titlesFor('resident')).toEqual(['village']);
    county.clock.forward(2 * 86_400_000);
    expect(await titlesFor('resident')).toEqual([]);
    expect(await titlesFor('townOfficer')).toEqual(['village']);
    const past = notice(home, { expiresOn: '2018-02-02' });
    await expectProblem(county.as('villageSecretary').refused(operations.publishNotice, past), 'call.invalid');
  });
});

describe('telling of a notice in WeChat', () => {
  test('whoever it reaches and has agreed to a message is told once, nobody else', async () => {
    await county.as('resident').call(reportSubscription, { agreed: ['notice'] });
    await county.as('neighbour').call(reportSubscription, { agreed: ['reminder'] });
    await publish('otherSecretary', elsewhere);
    expect(county.world.messages).toEqual([]);
    const { noticeId } = await publish('townOfficer', town);
    expect(county.world.messages).toMatchObject([
      {
        accountId: 'a_resident',
        template: 'notice',
        page: `resident/notice/index?id=${noticeId}`,
        data: { title: '就业信息采集通知', from: '中海村民委员会', date: '2018年2月1日' },
      },
    ]);
    await deliverNotices(county.services, 1000);
    expect(county.world.messages).toHaveLength(1);
  });

  test('put up at night it is told in the morning, and not at all when it was withdrawn before', async () => {
    await county.as('resident').call(reportSubscription, { agreed: ['notice'] });
    county.clock.set('2018-02-01T14:00:00Z');
    const kept = await publish('villageSecretary', home);
    const { noticeId } = await publish('villageSecretary', home);
    await county.as('villageSecretary').call(operations.withdrawNotice, { noticeId, reason: '日期写错了' });
    expect(county.world.messages).toEqual([]);
    county.clock.set('2018-02-02T01:00:00Z');
    await deliverNotices(county.services, 1000);
    expect(county.world.messages.map(({ page }) => page)).toEqual([`resident/notice/index?id=${kept.noticeId}`]);
  });
});

describe('reading', () => {
  test('is counted once an account, by village, of how many', async () => {
    const { noticeId } = await publish('countyOfficer', '522732');
    await county.as('resident').call(operations.readNotice, { noticeId });
    await county.as('resident').call(operations.readNotice, { noticeId });
    await county.as('neighbour').call(operations.readNotice, { noticeId });
    await county.as('newcomer').call(operations.readNotice, { noticeId });
    const counts = await county.as('countyOfficer').call(operations.noticeCounts, { noticeId, limit: 200 });
    expect(counts).toMatchObject({ reads: 3, accounts: 2, people: 9, next: null });
    expect(counts.items).toHaveLength(91);
    expect(counts.items.find(({ villageCode }) => villageCode === home)).toMatchObject({
      reads: 2,
      accounts: 2,
      people: 7,
    });
    const [listed] = (await county.as('resident').call(operations.listNotices, {})).items;
    expect(listed?.read).toBe(true);
  });

  test('a notice of another village is not found, even by its id', async () => {
    const { noticeId } = await publish('otherSecretary', elsewhere);
    await expectProblem(county.as('resident').refused(operations.readNotice, { noticeId }), 'found.nothing');
    await expectProblem(county.as('villageSecretary').refused(operations.noticeCounts, { noticeId }), 'access.scope');
  });

  test('anyone who scans the code on the wall reads it without signing in', async () => {
    const { noticeId } = await publish('villageSecretary', home);
    const shown = await county.anyone.call(operations.showNotice, { noticeId });
    expect(shown).toMatchObject({ title: '就业信息采集通知', divisionName: '中和镇中海村', content });
    await expectProblem(county.anyone.refused(operations.showNotice, { noticeId: 'n_none' }), 'found.nothing');
  });

  test('one withdrawn is closed to residents with a sentence, and staff see why', async () => {
    const { noticeId } = await publish('villageSecretary', home);
    await county.as('villageSecretary').call(operations.withdrawNotice, { noticeId, reason: '日期写错了' });
    await expectProblem(county.as('resident').refused(operations.readNotice, { noticeId }), 'notice.withdrawn');
    await expectProblem(county.anyone.refused(operations.showNotice, { noticeId }), 'notice.withdrawn');
    expect(await titlesFor('resident')).toEqual([]);
    const { items } = await county.as('townOfficer').call(operations.listNotices, { withdrawn: true });
    expect(items[0]?.withdrawn).toMatchObject({ reason: '日期写错了' });
    const again = { noticeId, reason: '再撤一次' };
    await expectProblem(county.as('villageSecretary').refused(operations.withdrawNotice, again), 'notice.withdrawn');
  });
});

describe('paper', () => {
  test('the letter is drafted for the place with its dates and the enumerators who come', async () => {
    await county.store.transaction((db) => db.run(`UPDATE post SET badge_no = '0017' WHERE post_id = 't_enumerator'`));
    const draft = await county.as('villageSecretary').call(operations.letterDraft, { divisionCode: home });
    expect(draft.title).toBe('致中海村全体居民的一封信');
    expect(draft.issuer).toBe('中海村民委员会');
    expect(draft.content.paragraphs.join()).toContain('2018年1月1日至2018年3月31日');
    expect(draft.content.paragraphs.join()).toContain('采集员甲（工作证0017）');
    await county.as('villageSecretary').call(operations.publishNotice, {
      divisionCode: home,
      kind: draft.kind,
      title: draft.title,
      issuer: draft.issuer,
      content: draft.content,
    });
  });

  test('the poster holds the words, the code and who signs, and its scene fits WeChat', async () => {
    const { noticeId } = await publish('villageSecretary', home);
    const poster = await county.as('villageSecretary').call(operations.poster, { noticeId });
    expect(poster.scene).toBe(noticeId);
    expect(poster.html).toContain('size: A4');
    expect(poster.html).toContain('采集员这个月上门。');
    expect(poster.html).toContain(poster.code);
    expect(poster.share).toEqual({ title: '就业信息采集通知', path: `/resident/notice/index?id=${noticeId}` });
  });

  test('the sheet for the board has figures by group, no names, and no figure that points at a person', async () => {
    await county.store.transaction((db) =>
      db.run(`UPDATE person SET collect_state = 'collected' WHERE person_id = ANY($1)`, [
        ['weiXiaoming', 'panMeihua', 'weiXue', 'luYuelan'].map((who) => personIdOf(who as 'weiXiaoming')),
      ])
    );
    const { html } = await county.as('villageSecretary').call(operations.boardSheet, { villageCode: home });
    expect(html).toContain('<td>一组</td><td>5</td><td>—</td><td>不足3人</td>');
    expect(html).toContain('<td>二组</td><td>不足3人</td><td>—</td><td>不足3人</td>');
    expect(html).toContain('<td>合计</td><td>7</td><td>4</td><td>3</td>');
    expect(html).not.toMatch(/韦|潘|石|2号|10号/);
  });
});

describe('the campaign as data', () => {
  const rows = [
    { phase: 'collect', title: '信息采集', startsOn: '2018-01-01', endsOn: '2018-04-15' },
    { phase: 'maintain', title: '常态化运行', startsOn: '2018-04-16', endsOn: null },
  ];

  test('only the county moves the deadline, and letters follow it', async () => {
    await expectProblem(county.as('townOfficer').refused(setPhases, { items: rows }), 'access.verb');
    await county.as('countyOfficer').call(setPhases, { items: rows });
    const draft = await county.as('villageSecretary').call(operations.letterDraft, { divisionCode: home });
    expect(draft.content.paragraphs.join()).toContain('2018年4月15日');
  });

  test('a gap between phases is refused with a sentence that names them', async () => {
    const gap = [rows[0], { ...rows[1], startsOn: '2018-05-01' }];
    const problem = await expectProblem(county.as('countyOfficer').refused(setPhases, { items: gap }), 'phases.order');
    expect(problem.message).toContain('“信息采集”和“常态化运行”之间有空档');
  });
});
