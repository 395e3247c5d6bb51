import { history, submitRecord } from '@/domain/operations/collecting/collect';
import {
  attachPaper,
  mostPaperBytes,
  paperPartLength,
  signedPaper,
  signedPapers,
} from '@/domain/operations/collecting/signed-paper';
import type { InputOf } from '@/domain/operations/operation';
import { type County, expectProblem, openCounty, personIdOf } from '../../support/county';
import { atTheDoor, submission, working } from '../../support/county/forms';
import { phoneOf } from '../../support/county/phone';
import { paperParts, photo } from '../../support/county/signed-paper';

const personId = personIdOf('weiXiaoming');
const door = { ...working, ...atTheDoor };

let county: County;
beforeEach(async () => {
  county = await openCounty();
});
afterEach(async () => county.store.close());

const form = () => submission(county, 'weiXiaoming', { answers: door, mode: 'visit' });
const parts = (more: Partial<InputOf<typeof attachPaper>> = {}, picture = photo(80_000)) =>
  paperParts(county, personId, picture).map((one) => ({ ...one, ...more }));
const asEnumerator = () => county.as('enumerator');
const looked = async () => (await county.as('supervisor').call(signedPapers, { personId })).papers;

test('a photo comes in parts behind its form and is opened whole by the reviewer', async () => {
  const phone = phoneOf(county, 'enumerator');
  const sent = phone.did(submitRecord, form());
  const picture = photo(100_000);
  const entries = paperParts(county, personId, picture).map((one) => phone.did(attachPaper, one, { after: [sent.id] }));
  expect(entries.length).toBeGreaterThan(2);
  expect(await phone.send(sent)).toMatchObject([{ is: 'received' }]);
  for (const entry of entries) expect(await phone.send(entry)).toMatchObject([{ is: 'received' }]);
  const [paper] = await looked();
  expect(paper).toMatchObject({ version: 1, authorName: '采集员甲' });
  const opened = await county.as('supervisor').call(signedPaper, { attachmentId: paper?.attachmentId ?? '' });
  expect(opened.picture).toBe(picture);
});

test('parts before their form are held, in any order, and done when the form comes', async () => {
  const phone = phoneOf(county, 'enumerator');
  const sent = phone.did(submitRecord, form());
  const [one, two, three] = parts().map((part) => phone.did(attachPaper, part, { after: [sent.id] }));
  if (one === undefined || two === undefined || three === undefined) throw new Error('a photo of three parts');
  for (const part of [three, one, two]) expect(await phone.send(part)).toMatchObject([{ is: 'held' }]);
  expect(await looked()).toEqual([]);
  await phone.send(sent);
  expect(await looked()).toHaveLength(1);
  expect(await phone.send(three)).toMatchObject([{ is: 'received' }]);
});

test('while a part is missing there is no photo, and it is said what is missing', async () => {
  await asEnumerator().call(submitRecord, form());
  const [first, ...rest] = parts();
  const answers = [];
  for (const part of rest) answers.push(await asEnumerator().call(attachPaper, part));
  expect(answers.at(-1)).toMatchObject({ complete: false });
  expect(answers.at(-1)?.next).toContain('还差 1 段');
  expect(await looked()).toEqual([]);
  await expectProblem(
    county.as('supervisor').refused(signedPaper, { attachmentId: rest[0]?.attachmentId ?? '' }),
    'found.nothing'
  );
  if (first) expect(await asEnumerator().call(attachPaper, first)).toMatchObject({ complete: true });
});

test('the same parts sent again under other ids make one photo', async () => {
  await asEnumerator().call(submitRecord, form());
  const all = parts();
  for (const part of [...all, ...all]) await asEnumerator().call(attachPaper, part);
  expect(await looked()).toHaveLength(1);
});

test('the resident sees that he signed on paper, in the version it was for', async () => {
  await asEnumerator().call(submitRecord, form());
  const seen = async () => (await county.as('resident').call(history, { personId })).versions.map((one) => one.onPaper);
  expect(await seen()).toEqual([false]);
  for (const part of parts()) await asEnumerator().call(attachPaper, part);
  expect(await seen()).toEqual([true]);
});

test('opening the photo leaves a row about the person; that there is one does not', async () => {
  await asEnumerator().call(submitRecord, form());
  const all = parts();
  for (const part of all) await asEnumerator().call(attachPaper, part);
  await looked();
  await county.as('supervisor').call(signedPaper, { attachmentId: all[0]?.attachmentId ?? '' });
  const rows = await county.store.read((db) =>
    db.query("SELECT act, subject FROM audit_entry WHERE act LIKE 'collect.signedPaper%'")
  );
  expect(rows).toEqual([{ act: 'collect.signedPaper', subject: personId }]);
});

test('nothing of the photo lies readable in the store', async () => {
  await asEnumerator().call(submitRecord, form());
  const all = parts();
  for (const part of all) await asEnumerator().call(attachPaper, part);
  const rows = await county.store.read((db) => db.query<{ sealed: Buffer }>('SELECT sealed FROM signed_paper_part'));
  expect(rows).toHaveLength(all.length);
  for (const { sealed } of rows) {
    expect(all.some(({ data }) => Buffer.from(sealed).includes(Buffer.from(data.slice(40, 80))))).toBe(false);
  }
});

describe('is refused with a sentence', () => {
  const last = async (all: InputOf<typeof attachPaper>[]) => {
    for (const part of all.slice(0, -1)) await asEnumerator().call(attachPaper, part);
    return asEnumerator().refused(attachPaper, all.at(-1));
  };

  test('what is no picture', async () => {
    await asEnumerator().call(submitRecord, form());
    const text = Buffer.from('不是照片'.repeat(20)).toString('base64');
    const problem = await expectProblem(last(parts({}, text)), 'paper.notPicture');
    expect(problem.message).toContain('重新拍');
  });

  test('a picture that was cut off', async () => {
    await asEnumerator().call(submitRecord, form());
    await expectProblem(last(parts({}, photo(60_000).slice(0, -400))), 'paper.notPicture');
  });

  test('what is too large', async () => {
    await asEnumerator().call(submitRecord, form());
    const problem = await expectProblem(last(parts({}, photo(mostPaperBytes + 3_000))), 'paper.size');
    expect(problem.message).toContain('120 KB');
  });

  test('parts that do not belong together', async () => {
    await asEnumerator().call(submitRecord, form());
    await expectProblem(last(parts({ digest: 'a'.repeat(64) })), 'paper.broken');
    const [first, second] = parts();
    if (first === undefined || second === undefined) throw new Error('a photo of several parts');
    await asEnumerator().call(attachPaper, first);
    await expectProblem(
      asEnumerator().refused(attachPaper, { ...second, attachmentId: first.attachmentId, parts: second.parts + 1 }),
      'paper.broken'
    );
  });

  test('a part that does not fit a call', async () => {
    await asEnumerator().call(submitRecord, form());
    const [first] = parts();
    const long = { ...first, data: `${first?.data}${'A'.repeat(paperPartLength)}` };
    await expectProblem(asEnumerator().refused(attachPaper, long), 'call.invalid');
  });

  test('a person of another village, one about whom he sent nothing, and a resident', async () => {
    const [first] = parts();
    await expectProblem(county.as('otherEnumerator').refused(attachPaper, first), 'access.scope');
    await expectProblem(asEnumerator().refused(attachPaper, first), 'found.nothing');
    await expectProblem(county.as('resident').refused(attachPaper, first), 'access.verb');
    await expectProblem(county.as('enumerator').refused(signedPapers, { personId }), 'access.verb');
  });

  test("a part put into somebody else's photo", async () => {
    await asEnumerator().call(submitRecord, form());
    const [first, second] = parts();
    if (first === undefined || second === undefined) throw new Error('a photo of several parts');
    await asEnumerator().call(attachPaper, first);
    const stolen = { ...second, attachmentId: first.attachmentId };
    await expectProblem(county.as('villageSecretary').refused(attachPaper, stolen), 'paper.broken');
  });
});
