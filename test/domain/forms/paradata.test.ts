import { questionPages } from '@/domain/form';
import { personalForm } from '@/domain/forms';
import { mostParadata, paradata } from '@/domain/operations/collecting/collect';
import { jobless, knowing, labourer } from './people';

/** What the phone sends of a walk through these pages, an hour spent on each. */
const ofWalk = (pages: readonly string[]): Record<string, number> => ({
  ...Object.fromEntries(pages.map((id) => [id, 3_600_000])),
  check: 3_600_000,
  edits: 999,
});

test.each([
  ['a labourer in 东莞', labourer],
  ['somebody out of work', jobless],
])('times by page of %s stay under 1.5 KB and are taken', (_, answers) => {
  const pages = questionPages(personalForm, answers, knowing()).map(({ id }) => id);
  const sent = ofWalk(pages);
  expect(pages.length).toBeGreaterThan(10);
  expect(Buffer.byteLength(JSON.stringify(sent))).toBeLessThan(1536);
  expect(paradata.parse(sent)).toEqual(sent);
});

test.each([
  [
    'more entries than any form has pages',
    Object.fromEntries(Array.from({ length: mostParadata + 1 }, (_, at) => [`p${at}`, 1])),
  ],
  ['a long text, which could be an answer', { note: 'x'.repeat(61) }],
  ['a name longer than any page’s', { ['x'.repeat(41)]: 1 }],
  ['a list', { basic: [1, 2] }],
  ['a number beyond any clock', { basic: 1e11 }],
])('%s is refused', (_, sent) => {
  expect(paradata.safeParse(sent).success).toBe(false);
});
