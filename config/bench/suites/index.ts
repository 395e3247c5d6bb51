import type { Suite } from '../suite';
import { assignment } from './assignment';
import { exporting } from './export';
import { field } from './field';
import { lists } from './lists';
import { pages } from './pages';
import { progress } from './progress';
import { register } from './register';
import { rotation } from './rotation';
import { secrecy } from './secrecy';
import { store } from './store';
import { submissions } from './submissions';

export const suites: readonly Suite[] = [
  assignment,
  exporting,
  rotation,
  progress,
  register,
  secrecy,
  store,
  submissions,
  field,
  lists,
  pages,
];
