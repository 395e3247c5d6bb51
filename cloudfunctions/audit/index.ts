export { appendAudit, appendAudits, auditInsert } from './append';
export { canonicalJson, chainHash, entryDigest, firstPrev } from './canonical';
export { type AuditNote, type AuditRow, auditRowOf } from './row';
