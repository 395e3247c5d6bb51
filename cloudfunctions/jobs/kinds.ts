import { auditCheckKind } from '../office/audit/check-kind';
import { writeExportKind } from '../office/exports/write-kind';
import { rotateKeysKind } from '../office/secrets/rotate-kind';
import { duplicateSearch } from '../register/identity';
import { registerImport } from '../register/import';
import type { JobKind } from './kind';
import { recountKind } from './recount';

/** Every kind of long work there is; the runner takes up no other. */
export const jobKinds: readonly JobKind[] = [
  recountKind,
  registerImport,
  duplicateSearch,
  writeExportKind,
  rotateKeysKind,
  auditCheckKind,
];
