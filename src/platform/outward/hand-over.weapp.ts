import Taro from '@tarojs/taro';
import { Problem } from '@/domain/problem';

/** Forwarding a file to a chat (2.16.1), which Taro's types do not know. */
interface Forwarding {
  shareFileMessage?(options: { filePath: string; fileName: string; success: () => void; fail: () => void }): void;
}

/**
 * Gives a text as a file to somebody in a chat.
 * @returns what to tell the person; undefined when he turned back
 * Errors: storage.full when the file cannot be written.
 */
export async function handOver(name: string, text: string): Promise<string | undefined> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`;
  try {
    Taro.getFileSystemManager().writeFileSync(filePath, text, 'utf8');
  } catch {
    throw new Problem('storage.full');
  }
  const { shareFileMessage } = Taro as Forwarding;
  if (shareFileMessage === undefined) return '这个版本的微信不能转发文件，请更新微信后再试。';
  return new Promise((resolve) =>
    shareFileMessage({
      filePath,
      fileName: name,
      success: () => resolve('文件已转发，请确认督导收到。'),
      fail: () => resolve(undefined),
    })
  );
}
