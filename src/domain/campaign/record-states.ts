import { type Role, reachOf, type Verb } from '../access';

/** Where a person's record stands. Everything but due and returned counts as done. */
export const collectStates = {
  due: '待采集',
  collected: '已采集',
  returned: '已退回',
  confirmed: '已审核',
  accepted: '已验收',
  closed: '已办结',
} as const;

export type CollectState = keyof typeof collectStates;

interface Transition {
  title: string;
  from: readonly CollectState[];
  to: CollectState;
  verb: Verb;
  /** It needs a written reason. */
  reason: boolean;
  /** The author of the record may not do it himself. */
  secondPerson: boolean;
}

/** The one table of what may happen to a record (domain facts §9: accepted is final, reopened only with a reason). */
export const transitions = {
  submit: step('提交', ['due', 'returned', 'collected', 'confirmed'], 'collected', 'record.collect'),
  update: step('更新', ['accepted'], 'collected', 'record.collect', { reason: true }),
  return: step('退回', ['collected', 'confirmed'], 'returned', 'record.review', { reason: true }),
  confirm: step('审核', ['collected'], 'confirmed', 'record.review', { secondPerson: true }),
  accept: step('验收', ['confirmed'], 'accepted', 'record.accept', { secondPerson: true }),
  reopen: step('重开', ['accepted'], 'collected', 'record.accept', { reason: true }),
  close: step('办结', ['due', 'returned', 'collected'], 'closed', 'visit.record', { reason: true }),
  resume: step('恢复采集', ['closed'], 'due', 'record.review', { reason: true }),
} as const;

export type RecordAct = keyof typeof transitions;

export interface RecordActor {
  role: Role;
  /** Whether he wrote the version in question himself. */
  isAuthor: boolean;
  /** Whether he confirmed it himself. */
  hasConfirmed?: boolean;
  reason?: string;
}

export type StateAnswer =
  | { ok: true; state: CollectState }
  | { ok: false; reason: 'state' | 'role' | 'reason' | 'author'; message: string };

/** The state an act leads to, or why it may not happen. */
export function nextState(state: CollectState, act: RecordAct, actor: RecordActor): StateAnswer {
  const { title, from, to, verb, reason, secondPerson }: Transition = transitions[act];
  if (!from.includes(state)) {
    const message = `记录现在是“${collectStates[state]}”，不能${title}。请刷新后按现在的状态处理。`;
    return { ok: false, reason: 'state', message };
  }
  if (reachOf(actor.role, verb) === undefined) {
    return { ok: false, reason: 'role', message: `您的岗位不能${title}记录。` };
  }
  if (secondPerson && actor.isAuthor) {
    return { ok: false, reason: 'author', message: `自己填报的记录要由别人${title}。` };
  }
  if (act === 'accept' && actor.hasConfirmed) {
    return { ok: false, reason: 'author', message: '您审核过这份记录，要由另一人验收。' };
  }
  if (reason && (actor.reason ?? '').trim().length < 2) {
    return { ok: false, reason: 'reason', message: `${title}要写明原因。` };
  }
  return { ok: true, state: to };
}

function step(
  title: string,
  from: readonly CollectState[],
  to: CollectState,
  verb: Verb,
  { reason = false, secondPerson = false }: { reason?: boolean; secondPerson?: boolean } = {}
): Transition {
  return { title, from, to, verb, reason, secondPerson };
}
