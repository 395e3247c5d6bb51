import type { Message } from '../../../cloudfunctions/edges/ports';
import { holdsIdentity, placeTexts } from '../../../cloudfunctions/edges/texts';

const notice = (title: string, date = '2018-01-05'): Message<'notice'> => ({
  accountId: 'acc_1',
  openid: null,
  template: 'notice',
  page: 'resident/home/index',
  data: { title, from: '三合街道', date },
});
const titleOf = (title: string) => placeTexts(notice(title))?.thing1?.value;

describe('the texts of a message', () => {
  it.each([
    ['致全县居民的一封信', '致全县居民的一封信'],
    ['二十个字正好二十个字正好二十个字正好二十', '二十个字正好二十个字正好二十个字正好二十'],
    ['二十一个字太长了二十一个字太长了二十一个字', '二十一个字太长了二十一个字太长了二十一…'],
    ['𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷', '𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷…'],
    ['  前后空格  ', '前后空格'],
  ])('%s fits as %s', (given, shown) => {
    expect(titleOf(given)).toBe(shown);
    expect(titleOf(given)?.length).toBeLessThanOrEqual(20);
  });

  it.each(['', '   ', '您的证号 522732199001019990 有误', '请回电１３８００１３８０００'])(
    '«%s» is not sent',
    (given) => {
      expect(placeTexts(notice(given))).toBeUndefined();
    }
  );

  it.each([
    ['2018-01-05', true],
    ['2018-01-05 18:00', true],
    ['2018年1月5日', true],
    ['明天', false],
    ['', false],
  ])('the time %s is taken: %s', (date, taken) => {
    expect(placeTexts(notice('公告', date)) !== undefined).toBe(taken);
  });
});

describe('what looks like a number of a person', () => {
  it.each([
    ['52273219900101999X', true],
    ['5227 3219 9001 0199 9x', true],
    ['522732900101999', true],
    ['138-0013-8000', true],
    ['１５８００００００００', true],
    ['回执 20180105-0007', false],
    ['0854-3921234', false],
    ['中和镇 20 个村，91 人', false],
  ])('%s: %s', (text, held) => {
    expect(holdsIdentity(text)).toBe(held);
  });
});
