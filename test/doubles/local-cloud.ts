/** The local cloud over builds in a folder of its own: `node --import tsx test/doubles/local-cloud.ts <built> [words]`. */
import { run } from '../../cloudfunctions/local/run';

const [built = '', ...words] = process.argv.slice(2);
void run({ words, env: process.env, built });
