import { type Revealable, type Role, revealables, roles } from '@/domain/access';
import { allOperations } from '@/domain/operations';
import type { whoLooked } from '@/domain/operations/collecting/corrections';
import type { OutputOf } from '@/domain/operations/operation';
import type { ListRow, LookRow } from '../../store/queries/secrecy/looks';

type Look = OutputOf<typeof whoLooked>['items'][number];
type Listed = OutputOf<typeof whoLooked>['lists'][number];

/** How the trail reads to the person it is about: who, as what, what was looked at, why. */
export const lookOf = (row: LookRow): Look => ({
  lookId: row.entry_id,
  at: row.at,
  name: row.actor_name,
  post: postOf(row),
  what: whatOf(row),
  why: whyOf(row),
  kind: kindOf(row),
});

export const listedOf = (row: ListRow): Listed => ({
  day: row.day,
  name: row.actor_name,
  post: postOf(row),
  what: titleOf(row.act),
  times: row.times,
});

function postOf({ role, title, organisation }: { role: string; title: string | null; organisation: string | null }) {
  if (role === 'resident') return '家人的账号';
  const label = Object.hasOwn(roles, role) ? roles[role as Role] : '工作人员';
  const parts = [organisation, title === label ? '' : title].filter((part) => part !== null && part !== '');
  return parts.length === 0 ? label : `${label}（${parts.join(' ')}）`;
}

function whatOf({ act, details }: LookRow): string {
  const what = details.what;
  if (act === 'office.revealSecret' && typeof what === 'string' && Object.hasOwn(revealables, what)) {
    return `查看原文：${revealables[what as Revealable]}`;
  }
  if (act === 'register.search') {
    return details.by === 'name' ? '按姓名在全县查找，结果里有您' : '按身份证号在全县查找';
  }
  return titleOf(act);
}

function whyOf({ act, reason, role }: LookRow): string {
  if (reason !== '') return reason;
  if (role === 'resident') return '为您代办申报';
  return changes.has(act) ? '办理业务' : '岗位工作，没有另写原因';
}

function kindOf({ act }: LookRow): Look['kind'] {
  if (act === 'office.revealSecret') return 'reveal';
  if (act.startsWith('office.') && act.endsWith('Export')) return 'export';
  return changes.has(act) ? 'change' : 'look';
}

const titles = new Map<string, string>(allOperations.map(({ name, title }) => [name, title]));
const changes = new Set<string>(
  allOperations.filter(({ kind, name }) => kind === 'command' && name !== 'office.revealSecret').map(({ name }) => name)
);

/** An act that is no operation is work of the clock: an import, a lease that ended. */
const titleOf = (act: string): string => titles.get(act) ?? '系统后台处理';
