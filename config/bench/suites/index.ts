import type { Suite } from '../suite';
import { progress } from './progress';
import { register } from './register';
import { secrecy } from './secrecy';
import { store } from './store';
import { submissions } from './submissions';

export const suites: readonly Suite[] = [progress, register, secrecy, store, submissions];
