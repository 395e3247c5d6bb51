import type { Suite } from '../suite';
import { assignment } from './assignment';
import { lists } from './lists';
import { progress } from './progress';
import { register } from './register';
import { secrecy } from './secrecy';
import { store } from './store';
import { submissions } from './submissions';

export const suites: readonly Suite[] = [assignment, progress, register, secrecy, store, submissions, lists];
