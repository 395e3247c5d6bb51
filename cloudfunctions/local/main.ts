import path from 'node:path';
import { run } from './run';

/** The local cloud: `npm start -- --people 2000`. */
void run({ words: process.argv.slice(2), env: process.env, built: path.resolve(__dirname, '../../dist') });
