import path from 'node:path';
import { readSettings } from '../../config/settings';
import { describeSurprise } from '../runtime/log';
import { StartProblem } from '../store/errors';
import { readArguments } from './arguments';
import { type Running, startCloud } from './cloud';

/** The local cloud: `npm start -- --people 2000`. Runs until it is asked to stop. */
async function run(): Promise<void> {
  const wanted = readArguments(process.argv.slice(2));
  const settings = readSettings(process.env);
  const built = path.resolve(__dirname, '../../dist');
  const running = await startCloud({ settings, wanted, built, say });
  if (settings.DATABASE_URL === null) {
    say(`数据保存在 ${settings.DATA_DIR}，下次启动还在。内嵌数据库不做落盘同步：程序被强行结束不丢数据，`);
    say('突然断电可能丢失最近的内容。正式使用请用设置 DATABASE_URL 连接 PostgreSQL 服务器。');
  }
  say(`应统已启动，请用浏览器打开：${running.address}`);
  stopWhenAsked(running);
}

function stopWhenAsked(running: Running): void {
  let asked = false;
  const stop = async (): Promise<void> => {
    // Asked twice: whoever waits has waited enough. What was answered is stored either way.
    if (asked) process.exit(1);
    asked = true;
    say('正在停止，等手头的请求做完……');
    await running.stop();
    say('已停止。');
    process.exit(0);
  };
  process.on('SIGINT', () => void stop());
  process.on('SIGTERM', () => void stop());
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);

run().catch((error: unknown) => {
  const sentence = error instanceof StartProblem ? error.sentence : `启动时出了意外：${describeSurprise(error)}`;
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
});
