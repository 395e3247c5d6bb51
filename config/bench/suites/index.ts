import type { Suite } from '../suite';
import { secrecy } from './secrecy';
import { store } from './store';

export const suites: readonly Suite[] = [secrecy, store];
