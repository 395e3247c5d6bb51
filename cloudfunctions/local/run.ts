import { readSettings } from '../../config/settings';
import { describeSurprise } from '../runtime/log';
import { StartProblem } from '../store/errors';
import { readArguments } from './arguments';
import { type Running, startCloud } from './cloud';

interface Run {
  /** The words after `npm start --`. */
  words: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
  /** Where the builds are. */
  built: string;
}

/** Runs the local cloud until it is asked to stop. What keeps it from starting is one sentence, and the exit code is 1. */
export async function run({ words, env, built }: Run): Promise<void> {
  try {
    const wanted = readArguments(words);
    const settings = readSettings(env);
    const running = await startCloud({ settings, wanted, built, say });
    if (settings.DATABASE_URL === null) {
      say(`数据保存在 ${settings.DATA_DIR}，下次启动还在。内嵌数据库不做落盘同步：程序被强行结束不丢数据，`);
      say('突然断电可能丢失最近的内容。正式使用请用设置 DATABASE_URL 连接 PostgreSQL 服务器。');
    }
    if (settings.NODE_ENV !== 'production' && settings.HOST !== '127.0.0.1') {
      say('注意：同一网络里的其他电脑也能打开，演示身份不用密码。只想自己看，请不要设置 HOST。');
    }
    say(`应统已启动，请用浏览器打开：${running.address}`);
    stopWhenAsked(running);
  } catch (error) {
    const sentence = error instanceof StartProblem ? error.sentence : `启动时出了意外：${describeSurprise(error)}`;
    process.stderr.write(`${sentence}\n`);
    process.exit(1);
  }
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
