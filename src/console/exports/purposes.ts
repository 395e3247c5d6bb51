import { type Role, roles } from '@/domain/access';
import { exportPurposes } from '@/domain/access/export-purposes';

export type Purpose = keyof typeof exportPurposes;

/** What a post may ask for. */
export const purposesFor = (role: Role): { value: Purpose; label: string }[] =>
  (Object.keys(exportPurposes) as Purpose[])
    .filter((purpose) => (exportPurposes[purpose].askedBy as readonly Role[]).includes(role))
    .map((value) => ({ value, label: exportPurposes[value].title }));

/** 含姓名和电话…；由保密员审批；24 小时内可下载 1 次。 */
export function purposeInWords(purpose: Purpose): string {
  const { explains, approvedBy, hours, times } = exportPurposes[purpose];
  const approvers = approvedBy.map((role) => roles[role]).join('或');
  return `${explains}由${approvers}审批，批准后 ${hours} 小时内可下载 ${times} 次。`;
}
