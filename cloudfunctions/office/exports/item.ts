import type { Actor } from '@/domain/access';
import { exportPurpose } from '@/domain/access';
import { placeName } from '../../runtime/places';
import type { CountySettings } from '../../runtime/services';
import type { ExportRow, ExportState } from '../../store/queries/secrecy/exports';

export const stateLabels: Readonly<Record<ExportState, string>> = {
  asked: '等待审批',
  refused: '未同意',
  cancelled: '已撤销',
  making: '正在生成',
  ready: '可以下载',
  failed: '没有生成',
  expired: '已过期',
};

/** A request as a list shows it. */
export function itemOf(row: ExportRow, county: CountySettings, actor: Actor, now: Date) {
  const { title, times } = exportPurpose(row.purpose);
  const over = row.state === 'ready' && row.expires_at !== null && Date.parse(row.expires_at) <= now.getTime();
  const state = over ? ('expired' as const) : row.state;
  return {
    exportId: row.export_id,
    purpose: row.purpose,
    purposeTitle: title,
    formId: row.form_id,
    divisionCode: row.division_code,
    divisionName: placeName(county, row.division_code),
    filters: { states: row.filters.states, classes: row.filters.classes },
    encoding: row.encoding,
    reason: row.reason,
    state,
    stateLabel: stateLabels[state],
    askedBy: { name: row.asked_name, title: row.asked_title },
    askedAt: row.asked_at,
    mine: row.asked_account === actor.accountId,
    decidedBy: row.decided_name,
    decidedAt: row.decided_at,
    answer: row.answer,
    rows: row.rows,
    expiresAt: row.expires_at,
    taken: row.taken,
    mayTake: times,
    jobId: row.job_id,
    problem: row.problem,
  };
}
