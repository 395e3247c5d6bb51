import { duplicateSearch } from '../register/identity';
import { registerImport } from '../register/import';
import type { JobKind } from './kind';
import { recountKind } from './recount';

/** Every kind of long work there is; the runner takes up no other. */
export const jobKinds: readonly JobKind[] = [recountKind, registerImport, duplicateSearch];
