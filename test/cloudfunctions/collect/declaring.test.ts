import { sampleIdNumber } from '@/domain/identity';
import { addFamilyMember, bindSelf } from '@/domain/operations/account/family';
import {
  history,
  mySubmissions,
  openForm,
  paper,
  type Receipt,
  receipt,
  submitRecord,
} from '@/domain/operations/collecting/collect';
import { claimPlacement, placementOf, placements } from '@/domain/operations/people/placement';
import { type County, elsewhere, expectProblem, home, idNumberOf, openCounty, personIdOf } from '../../support/county';
import { countersOf } from '../../support/county/counters';
import { atTheDoor, child, outOfWork, send, submission, working } from '../../support/county/forms';

let county: County;
beforeEach(async () => {
  county = await openCounty();
});

const rows = <R extends object>(sql: string, values: unknown[] = []): Promise<R[]> =>
  county.store.read((db) => db.query<R>(sql, values));

const counters = () => countersOf(county.store);

const countOf = async (table: string): Promise<number> =>
  (await rows<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))[0]?.n ?? -1;

describe('a resident declares', () => {
  test('the form opens with what the register knows, numbers and telephones masked', async () => {
    const opened = await county.as('resident').call(openForm, { personId: personIdOf('weiXiaoming') });
    expect(opened).toMatchObject({ formId: 'personal', formVersion: 1, today: '2018-02-01', mode: 'self', live: null });
    expect(opened.register).toMatchObject({
      name: '韦小明',
      sex: '1',
      birthDate: '1990-05-06',
      hukouVillage: home,
      headName: '韦大山',
      hukouNature: '20',
    });
    expect(opened.held.idNo).toMatch(/^522732\*{8}/);
    expect(opened.held.phone).toBe('139****0002');
    expect(JSON.stringify(opened)).not.toContain(idNumberOf('weiXiaoming'));
    expect(JSON.stringify(opened)).not.toContain(idNumberOf('weiDashan'));
  });

  test('and gets a receipt: received, his village and why, what happens next', async () => {
    const answer = await county.as('resident').call(submitRecord, submission(county, 'weiXiaoming'));
    expect(answer).toMatchObject({
      version: 1,
      personId: personIdOf('weiXiaoming'),
      duplicate: false,
      village: { code: home, name: '中海村' },
    });
    expect(answer.receiptNo).toMatch(/^20180201-[2-9A-Z]{8}$/);
    expect(answer.villageWhy).toContain('户籍');
    expect(answer.next).toContain('收到');
    expect(await county.as('resident').call(receipt, { personId: personIdOf('weiXiaoming') })).toEqual(answer);
  });

  test('the person, his employment state and every counter move with it', async () => {
    await send(county, 'resident', 'weiXiaoming');
    const [person] = await rows(
      'SELECT collect_state, population_class, employment_state, record_mode, last_outcome FROM person WHERE person_id = $1',
      [personIdOf('weiXiaoming')]
    );
    expect(person).toEqual({
      collect_state: 'collected',
      population_class: '03',
      employment_state: 'E',
      record_mode: 'self',
      last_outcome: '05',
    });
    const { kept, recounted } = await counters();
    expect(kept).toEqual(recounted);
    expect(kept).toMatchObject({
      [`${home} people`]: 7,
      [`${home} due`]: 6,
      [`${home} collected`]: 1,
      [`${home} class_03`]: 1,
      [`${home} employment_E`]: 1,
      [`${home} mode_self`]: 1,
    });
    const days = await rows(
      `SELECT measure, value FROM village_day_counter WHERE day = '2018-02-01' AND village_code = $1 ORDER BY measure`,
      [home]
    );
    expect(days).toEqual([
      { measure: 'collected', value: 1 },
      { measure: 'due', value: -1 },
    ]);
  });

  test('nothing secret lies readable in the store or the log', async () => {
    await send(county, 'resident', 'weiXiaoming', { answers: { ...working, phone: '13812345678' } });
    for (const table of ['record', 'record_version', 'person', 'audit_entry', 'request']) {
      const text = JSON.stringify(await rows(`SELECT t::text AS text FROM ${table} t`));
      expect(text).not.toContain(idNumberOf('weiXiaoming'));
      expect(text).not.toContain(idNumberOf('weiDashan'));
      expect(text).not.toContain('13812345678');
    }
    expect(JSON.stringify(county.world.log)).not.toMatch(/13812345678|缝纫工|522732\d{11}/);
  });

  test('the audit says who did what to whom, and nothing he answered', async () => {
    await send(county, 'resident', 'weiXiaoming');
    const [entry] = await rows<{ text: string }>(
      `SELECT t::text AS text FROM audit_entry t WHERE act = 'collect.submitRecord'`
    );
    expect(entry?.text).toContain(personIdOf('weiXiaoming'));
    expect(entry?.text).not.toMatch(/缝纫工|示例服装厂/);
  });

  test('the same submission twice gives the first receipt, even under another request', async () => {
    const input = submission(county, 'weiXiaoming');
    const first = await county.as('resident').call(submitRecord, input);
    county.clock.forward(60_000);
    expect(await county.as('resident').call(submitRecord, input)).toEqual(first);
    expect(await countOf('record_version')).toBe(1);
  });

  test('the same call again gives the first reply even after a correction', async () => {
    const input = submission(county, 'weiXiaoming');
    const options = { requestId: 'a-request-of-the-outbox' };
    const first = await county.as('resident').call(submitRecord, input, options);
    await send(county, 'resident', 'weiXiaoming', { answers: outOfWork });
    expect(await county.as('resident').call(submitRecord, input, options)).toEqual(first);
    await expectProblem(
      county.as('neighbour').refused(submitRecord, submission(county, 'panMeihua'), options),
      'call.replayed'
    );
  });

  test('somebody else cannot take over a submissionId', async () => {
    const input = submission(county, 'weiXiaoming');
    await county.as('resident').call(submitRecord, input);
    const answers = { ...working, ...atTheDoor };
    await expectProblem(
      county.as('enumerator').refused(submitRecord, { ...input, answers, mode: 'visit' }),
      'call.replayed'
    );
  });

  test('two at once for one person end as one live record; the second is told that it stands', async () => {
    const both = await Promise.all(
      [1, 2].map(() => county.as('resident').reply(submitRecord, submission(county, 'weiXiaoming')))
    );
    const outcomes = both.map((reply) => (reply.ok ? (reply.value as Receipt).outcome : reply.problem.code));
    expect(outcomes.sort()).toEqual(['accepted', 'same']);
    expect(await countOf('record')).toBe(1);
    const { kept, recounted } = await counters();
    expect(kept).toEqual(recounted);
  });
});

describe('a correction', () => {
  test('is a new version; history tells who changed what, in words', async () => {
    await send(county, 'resident', 'weiXiaoming');
    county.clock.forward(86_400_000);
    await send(county, 'resident', 'weiXiaoming', { answers: outOfWork });
    const { versions } = await county.as('resident').call(history, { personId: personIdOf('weiXiaoming') });
    expect(
      versions.map(({ version, baseVersion, authorName, mode }) => [version, baseVersion, authorName, mode])
    ).toEqual([
      [2, 1, '韦小明', 'self'],
      [1, 0, '韦小明', 'self'],
    ]);
    expect(versions[1]?.changes).toEqual([]);
    expect(versions[0]?.changes.find(({ field }) => field === 'worked')).toMatchObject({ before: '是', after: '否' });
    const { kept, recounted } = await counters();
    expect(kept).toEqual(recounted);
    expect(kept[`${home} employment_U`]).toBe(1);
  });

  test('keeps the masked number and telephone as they are', async () => {
    await send(county, 'resident', 'weiXiaoming');
    const opened = await county.as('resident').call(openForm, { personId: personIdOf('weiXiaoming') });
    await send(county, 'resident', 'weiXiaoming', { answers: { ...opened.live?.answers, confirmed: true } });
    const { versions } = await county.as('resident').call(history, { personId: personIdOf('weiXiaoming') });
    expect(versions[0]).toMatchObject({ version: 2, changes: [] });
  });

  test('on an old version overwrites nothing: both are kept for a human', async () => {
    await send(county, 'resident', 'weiXiaoming');
    await send(county, 'enumerator', 'weiXiaoming', { answers: { ...outOfWork, ...atTheDoor }, mode: 'visit' });
    const receipt = await county
      .as('resident')
      .call(
        submitRecord,
        submission(county, 'weiXiaoming', { baseVersion: 1, answers: { ...working, homeAddress: '示例路2号' } })
      );
    expect(receipt).toMatchObject({ outcome: 'conflict', version: 2 });
    expect(await countOf('record_version')).toBe(2);
    expect(await countOf('comparison')).toBe(1);
    const [kept] = await county.store.read((db) => db.query('SELECT * FROM comparison'));
    expect(JSON.stringify(kept)).not.toContain('示例路');
  });

  test('of an accepted record needs a reason', async () => {
    await send(county, 'resident', 'weiXiaoming');
    await county.store.read((db) =>
      db.script(`UPDATE person SET collect_state = 'accepted', version = version + 1 WHERE person_id = 'p_weiXiaoming'`)
    );
    await expectProblem(
      county.as('resident').refused(submitRecord, submission(county, 'weiXiaoming', { baseVersion: 1 })),
      'form.warnings'
    );
    const again = await county
      .as('resident')
      .call(submitRecord, submission(county, 'weiXiaoming', { baseVersion: 1, reasons: { update: '换了工作' } }));
    expect(again.version).toBe(2);
  });
});

describe('family and consent', () => {
  test('a son declares for his mother, and it is recorded as a proxy', async () => {
    const resident = county.as('resident');
    await expectProblem(resident.refused(submitRecord, submission(county, 'luYuelan')), 'person.notYours');
    await resident.call(addFamilyMember, { relation: 'parent', name: '陆月兰', idNumber: idNumberOf('luYuelan') });
    const answers = { ...working, role: '1' };
    const answer = await resident.call(submitRecord, submission(county, 'luYuelan', { answers }));
    expect(answer.version).toBe(1);
    const [version] = await rows('SELECT mode, respondent, author_name, consent_version FROM record_version');
    expect(version).toMatchObject({
      mode: 'family',
      respondent: 'parent',
      author_name: '韦小明',
      consent_version: '2018-01',
    });
  });

  test('a child answers five questions', async () => {
    await county
      .as('resident')
      .call(addFamilyMember, { relation: 'child', name: '韦雪', idNumber: idNumberOf('weiXue') });
    const answer = await county.as('resident').call(submitRecord, submission(county, 'weiXue', { answers: child }));
    expect(answer.version).toBe(1);
  });

  test('without the consent nothing is taken', async () => {
    const newcomer = county.as('newcomer');
    await newcomer.call(bindSelf, { name: '石云', idNumber: idNumberOf('shiYun') });
    await expectProblem(newcomer.refused(submitRecord, submission(county, 'shiYun')), 'form.consent');
    expect(await countOf('record')).toBe(0);
    await expectProblem(
      county
        .as('enumerator')
        .refused(
          submitRecord,
          submission(county, 'shiYun', { answers: { ...working, ...atTheDoor }, consentVersion: '' })
        ),
      'form.consent'
    );
  });
});

describe('a person without a village', () => {
  const newcomerDeclares = async (answers: object) => {
    const newcomer = county.as('newcomer');
    const { personId } = await newcomer.call(bindSelf, {
      name: '吴新',
      idNumber: sampleIdNumber('522732', '1990-09-09', '1', 3),
    });
    const { version } = await newcomer.call((await import('@/domain/operations/account/account')).readConsentText, {});
    await newcomer.call((await import('@/domain/operations/account/account')).agreeConsent, { version });
    const known = { ethnic: '25', hukouNature: '20', hukouAddress: '三组', relation: '0', headName: '吴新' };
    return {
      newcomer,
      personId,
      input: { ...submission(county, personId, { answers: { ...working, ...known, ...answers } }) },
    };
  };

  test('finds it by what he chose', async () => {
    const { newcomer, personId, input } = await newcomerDeclares({ hukouVillage: elsewhere });
    const answer = await newcomer.call(submitRecord, input);
    expect(answer.village).toMatchObject({ code: elsewhere, name: '怎雷村' });
    expect(answer.villageWhy).toContain('您选择的户籍村');
    expect(await newcomer.call(placementOf, { personId })).toMatchObject({
      waiting: false,
      village: { code: elsewhere },
    });
    const { kept, recounted } = await counters();
    expect(kept).toEqual(recounted);
  });

  test('stays in the queue when the village is one that was divided, until somebody claims him', async () => {
    const { newcomer, personId, input } = await newcomerDeclares({ hukouVillage: '522732114251' });
    const answer = await newcomer.call(submitRecord, input);
    expect(answer.village).toBeNull();
    expect(answer.next).toContain('认领');
    const { items } = await county.as('villageSecretary').call(placements, {});
    expect(items).toHaveLength(1);
    await county.as('villageSecretary').call(claimPlacement, { caseId: items[0]?.caseId ?? '', villageCode: home });
    expect((await newcomer.call(placementOf, { personId })).village?.code).toBe(home);
    const { kept, recounted } = await counters();
    expect(kept).toEqual(recounted);
  });
});

describe('a number that belongs to somebody else', () => {
  test('is not taken over: the form is kept, a human compares, and the person is told', async () => {
    const resident = county.as('newcomer');
    const { personId } = await resident.call(addFamilyMember, {
      relation: 'child',
      name: '韦二宝',
      idNumber: null,
      noNumberReason: '号码丢失',
      sex: '2',
      birthDate: '1985-07-07',
      villageCode: home,
    });
    const account = await import('@/domain/operations/account/account');
    await resident.call(account.agreeConsent, { version: (await resident.call(account.readConsentText, {})).version });
    const known = {
      idType: '1',
      idNo: idNumberOf('yangHua'),
      ethnic: '25',
      hukouNature: '20',
      hukouAddress: '三组',
      relation: '0',
      headName: '韦二宝',
    };
    const answer = await resident.call(
      submitRecord,
      submission(county, personId, { answers: { ...working, ...known } })
    );
    expect(answer).toMatchObject({ duplicate: true, version: 1 });
    expect(answer.next).toContain('重复待核实');
    expect(await rows('SELECT kind, state, place FROM duplicate_case')).toEqual([
      { kind: 'claimed', state: 'open', place: elsewhere },
    ]);
    expect(await rows('SELECT id_masked FROM person WHERE person_id = $1', [personId])).toEqual([{ id_masked: '' }]);
    expect((await resident.call(receipt, { personId })).duplicate).toBe(true);
  });
});

describe('looking back', () => {
  test('the paper copy is as it was sent, masked, and prints as the county form', async () => {
    const sent = await send(county, 'resident', 'weiXiaoming');
    const copy = await county.as('resident').call(paper, { personId: personIdOf('weiXiaoming') });
    expect(copy).toMatchObject({ version: 1, receiptNo: sent.receiptNo });
    const lines = copy.sections.flatMap(({ lines }) => lines);
    expect(lines.find(({ field }) => field === 'unitName')?.text).toBe('示例服装厂');
    expect(copy.html).toContain('贵州省劳动力就业个人信息数据采集表');
    expect(copy.html).toContain(sent.receiptNo);
    expect(copy.html).not.toContain(idNumberOf('weiXiaoming'));
    await expectProblem(
      county.as('resident').refused(paper, { personId: personIdOf('weiXiaoming'), version: 7 }),
      'found.nothing'
    );
    await expectProblem(
      county.as('neighbour').refused(paper, { personId: personIdOf('weiXiaoming') }),
      'person.notYours'
    );
    await expectProblem(
      county.as('otherSecretary').refused(paper, { personId: personIdOf('weiXiaoming') }),
      'access.scope'
    );
  });

  test('everybody sees what he sent himself', async () => {
    await send(county, 'resident', 'weiXiaoming');
    await send(county, 'enumerator', 'shiYun', { answers: { ...working, ...atTheDoor }, mode: 'visit' });
    expect((await county.as('resident').call(mySubmissions, {})).items.map(({ name }) => name)).toEqual(['韦小明']);
    expect((await county.as('enumerator').call(mySubmissions, {})).items.map(({ name }) => name)).toEqual(['石云']);
  });
});
