import { readArguments } from '../../../cloudfunctions/local/arguments';

describe('the words after npm start --', () => {
  it.each([
    [[], { people: 2_000, seed: 522_732 }],
    [['--people', '400000'], { people: 400_000, seed: 522_732 }],
    [['--people=500', '--seed', '7'], { people: 500, seed: 7 }],
  ])('%j', (words, wanted) => {
    expect(readArguments(words)).toEqual(wanted);
  });

  it.each([
    [['--people'], '--people 后面要写 100 到 2000000 之间的整数。'],
    [['--people', 'many'], '--people 后面要写 100 到 2000000 之间的整数。'],
    [['--people', '-5'], '--people 后面要写 100 到 2000000 之间的整数。'],
    [['--people', '2e3'], '--people 后面要写 100 到 2000000 之间的整数。'],
    [['--people', '99'], '--people 后面要写 100 到 2000000 之间的整数。'],
    [['--seed', '4294967296'], '--seed 后面要写 0 到 4294967295 之间的整数。'],
    [['--port', '80'], '不认识“--port”：只能用 --people 人数 和 --seed 种子，例如 npm start -- --people 2000。'],
    [['400000'], '不认识“400000”：只能用 --people 人数 和 --seed 种子，例如 npm start -- --people 2000。'],
  ])('%j is told in one sentence', (words, sentence) => {
    expect(() => readArguments(words)).toThrow(sentence);
  });
});
