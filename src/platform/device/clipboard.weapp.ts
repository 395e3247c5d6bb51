import Taro from '@tarojs/taro';

/** Answers whether the text is in the clipboard; WeChat shows its own «内容已复制». */
export async function copyText(text: string): Promise<boolean> {
  try {
    await Taro.setClipboardData({ data: text });
    return true;
  } catch {
    return false;
  }
}
