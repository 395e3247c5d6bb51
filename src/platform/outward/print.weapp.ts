/** WeChat cannot print. Answers the sentence to show. */
export const printDocument = async (_html: string): Promise<string | undefined> =>
  '手机上不能打印，请在电脑浏览器里打开本系统后打印。';

export const canPrint = (): boolean => false;
