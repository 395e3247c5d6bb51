/** `npm start`: builds what changed, then runs the local cloud in this process, so that Ctrl-C reaches it. */
import { build } from '../build/build';

if (build('h5') && build('functions')) void import('../../cloudfunctions/local/main');
else process.exitCode = 1;
