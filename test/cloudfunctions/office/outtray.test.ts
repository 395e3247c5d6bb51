import { phases, setPhases } from '@/domain/operations/office/phases';
import { outtray } from '@/domain/operations/publicity/outtray';
import { type County, expectProblem, openCounty } from '../../support/county';

let county: County;
beforeEach(async () => {
  county = await openCounty();
});

/** As the edges leave a row for each message, whatever came of it. */
const leave = (messageId: string, at: string, result: string, accountId: string | null = 'a_resident') =>
  county.store.read((db) =>
    db.run(
      `INSERT INTO message (county_code, message_id, account_id, template, page, data, result, at)
       VALUES ('522732', $1, $2, 'reminder', 'resident/declare/index', $3, $4, $5)`,
      [messageId, accountId, { thing1: '就业信息填报' }, result, at]
    )
  );

describe('the outtray', () => {
  beforeEach(async () => {
    await leave('m1', '2018-02-01T01:00:00Z', 'sent');
    await leave('m2', '2018-02-01T01:00:00Z', 'no-subscription');
    await leave('m3', '2018-02-01T02:00:00Z', 'no-user', null);
  });

  test('shows every message, newest first, to whom, its words, and what came of it in a sentence', async () => {
    const { items, next } = await county.as('countyOfficer').call(outtray, {});
    expect(next).toBeNull();
    expect(items.map(({ messageId }) => messageId)).toEqual(['m3', 'm2', 'm1']);
    expect(items[2]).toMatchObject({
      to: '韦小明',
      templateTitle: '就业信息申报提醒',
      lines: [{ place: 'thing1', text: '就业信息填报' }],
    });
    expect(items[1]?.sentence).toContain('请改用电话或上门提醒');
    expect(items[0]?.to).toBe('没有账号的人');
  });

  test('goes page by page over messages of the same moment, and can be narrowed', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: { messageId: string }[]; next: string | null } = await county
        .as('countyOfficer')
        .call(outtray, { limit: 1, cursor });
      seen.push(...page.items.map(({ messageId }) => messageId));
      cursor = page.next;
    } while (cursor !== null);
    expect(seen).toEqual(['m3', 'm2', 'm1']);
    const failed = await county.as('countyOfficer').call(outtray, { result: 'no-subscription' });
    expect(failed.items.map(({ messageId }) => messageId)).toEqual(['m2']);
  });

  test('a cursor that was tampered with begins at the start instead of failing', async () => {
    const noTime = Buffer.from('["yesterday","m1"]').toString('base64url');
    for (const cursor of ['not-a-cursor', noTime]) {
      expect((await county.as('countyOfficer').call(outtray, { cursor })).items).toHaveLength(3);
    }
  });

  test('a town does not read it', async () => {
    await expectProblem(county.as('townOfficer').refused(outtray, {}), 'access.verb');
  });
});

describe('the phases', () => {
  test('everyone who has signed in sees the plan’s four, which one holds, and how long there is still time', async () => {
    const seen = await county.as('resident').call(phases, {});
    expect(seen.items.map(({ title, current }) => [title, current])).toEqual([
      ['动员准备', false],
      ['招投标', false],
      ['信息采集', true],
      ['常态化运行', false],
    ]);
    expect(seen).toMatchObject({ today: '2018-02-01', deadline: '2018-03-31', daysLeft: 58 });
  });

  test('a day that does not exist is refused', async () => {
    const items = [{ phase: 'collect', title: '信息采集', startsOn: '2018-02-30', endsOn: '2018-03-31' }];
    const problem = await expectProblem(county.as('countyOfficer').refused(setPhases, { items }), 'call.invalid');
    expect(problem.message).toContain('开始日期');
  });
});
