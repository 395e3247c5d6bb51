export { appendAudit, appendAudits, auditInsert } from './append';
export { canonicalJson, chainHash, entryDigest, firstPrev } from './canonical';
export { type AuditNote, type AuditRow, auditRowOf } from './row';
export { type ChainHead, chainHead, keepDailyHead, sealAudit, sealLate } from './seal';
export {
  type Broken,
  chainStart,
  type Flaw,
  flaws,
  followChain,
  type PublishedHead,
  type Verdict,
  type VerifyOptions,
  verifyAudit,
  verifyEnds,
} from './verify';
