import { asked, confirm } from '@/ui/overlay/confirm';

const question = { title: '撤下这条公告？', confirm: '撤下公告' };

test.each([true, false])('the one who asked hears the answer: %s', async (yes) => {
  const answer = confirm(question);
  expect(asked.get()?.title).toBe('撤下这条公告？');
  asked.get()?.answer(yes);
  await expect(answer).resolves.toBe(yes);
  expect(asked.get()).toBeUndefined();
});

test('a second question answers the first with no', async () => {
  const first = confirm(question);
  const second = confirm({ title: '清空草稿？', confirm: '清空' });
  await expect(first).resolves.toBe(false);
  asked.get()?.answer(true);
  await expect(second).resolves.toBe(true);
});
