import { type CollectState, collectStates, nextState, type RecordAct, transitions } from '@/domain/campaign';

test.each([
  ['a resident sends', 'due', 'submit', 'resident', true, '', 'collected'],
  ['a resident corrects', 'collected', 'submit', 'resident', true, '', 'collected'],
  ['a resident corrects after review', 'confirmed', 'submit', 'resident', true, '', 'collected'],
  ['an enumerator mends what came back', 'returned', 'submit', 'enumerator', true, '', 'collected'],
  ['a town confirms', 'collected', 'confirm', 'town', false, '', 'confirmed'],
  ['a town returns', 'collected', 'return', 'town', false, '年龄与照片不符', 'returned'],
  ['the county returns a confirmed one', 'confirmed', 'return', 'county', false, '单位不存在', 'returned'],
  ['the county accepts', 'confirmed', 'accept', 'county', false, '', 'accepted'],
  ['the county reopens', 'accepted', 'reopen', 'county', false, '抽查发现错误', 'collected'],
  ['a resident changes jobs later', 'accepted', 'update', 'resident', true, '换了工作', 'collected'],
  ['a town closes', 'due', 'close', 'town', false, '已去世', 'closed'],
  ['a town takes up a closed one', 'closed', 'resume', 'town', false, '本人回来了', 'due'],
] as const)('%s: %s → %s', (_, state, act, role, isAuthor, reason, next) => {
  expect(nextState(state, act, { role, isAuthor, reason })).toEqual({ ok: true, state: next });
});

test.each([
  ['nobody collects the dead', 'closed', 'submit', 'enumerator', false, '', 'state'],
  ['nobody accepts unread', 'collected', 'accept', 'county', false, '', 'state'],
  ['a resident does not review', 'collected', 'confirm', 'resident', false, '', 'role'],
  ['a town does not accept', 'confirmed', 'accept', 'town', false, '', 'role'],
  ['an inspector changes nothing', 'collected', 'return', 'inspector', false, '有误', 'role'],
  ['nobody confirms his own', 'collected', 'confirm', 'town', true, '', 'author'],
  ['nobody accepts his own', 'confirmed', 'accept', 'county', true, '', 'author'],
  ['a return says why', 'collected', 'return', 'town', false, ' ', 'reason'],
  ['final is final without a reason', 'accepted', 'reopen', 'county', false, undefined, 'reason'],
  ['an update of an accepted record says why', 'accepted', 'update', 'enumerator', true, '', 'reason'],
] as const)('%s', (_, state, act, role, isAuthor, reason, why) => {
  const answer = nextState(state, act, { role, isAuthor, ...(reason === undefined ? {} : { reason }) });
  expect(answer).toMatchObject({ ok: false, reason: why });
  if (!answer.ok) expect(answer.message).toMatch(/。$/);
});

test('nobody accepts what he confirmed himself, and others do', () => {
  const answer = nextState('confirmed', 'accept', { role: 'county', isAuthor: false, hasConfirmed: true });
  expect(answer).toMatchObject({ ok: false, reason: 'author', message: '您审核过这份记录，要由另一人验收。' });
  expect(nextState('collected', 'confirm', { role: 'county', isAuthor: false, hasConfirmed: true }).ok).toBe(true);
});

test('every state can be left, and every act leads to a state', () => {
  for (const state of Object.keys(collectStates) as CollectState[]) {
    expect(Object.values(transitions).some(({ from }) => (from as readonly CollectState[]).includes(state))).toBe(true);
  }
  for (const act of Object.keys(transitions) as RecordAct[]) expect(collectStates[transitions[act].to]).toBeDefined();
});
