import { report } from '../../config/build/size';

const weigh = (bytes: number) => report([{ name: 'main', bytes, limit: 1024 * 1024 }]);

test.each([
  [0, 'ok'],
  [1024 * 1024, 'ok'],
  [1024 * 1024 + 1, 'OVER BUDGET'],
])('%i bytes in a package of one megabyte are %s', (bytes, verdict) => {
  expect(weigh(bytes)).toMatch(new RegExp(`of  1024 KB  ${verdict}$`));
});
