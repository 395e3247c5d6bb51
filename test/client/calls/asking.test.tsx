import { act, render, screen } from '@testing-library/react';
import { usePages } from '@/client/calls/use-pages';
import { useKeyedPages } from '@/console/parts/use-keyed-pages';
import { villagePeople } from '@/domain/operations/people/register';
import { call } from '@/platform/client';

/** An answer that comes after the question has changed belongs to nobody any more. */

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: {}, useDidShow: () => undefined }));
jest.mock('@/platform/client', () => ({
  call: jest.fn(),
  problemOf: (error: { message: string }) => ({ code: 'call.busy', message: error.message, details: {} }),
}));

interface Asked {
  village: string;
  answer: (name: string, next?: string | null) => Promise<void>;
  fail: (words: string) => Promise<void>;
}
let asked: Asked[];
beforeEach(() => {
  asked = [];
  jest.mocked(call).mockImplementation((_, input) => {
    const { villageCode } = input as { villageCode: string };
    return new Promise((resolve, reject) => {
      asked.push({
        village: villageCode,
        answer: (name, next = null) => act(async () => resolve({ items: [{ name }], next } as never)),
        fail: (words) => act(async () => reject(new Error(words))),
      });
    });
  });
});

function Table({ village }: { village: string }) {
  const { rows, problem, number, next } = useKeyedPages(villagePeople, { villageCode: village });
  return (
    <button type="button" onClick={next}>
      {`${number}: ${rows.map(({ name }) => name).join()} ${problem?.message ?? ''}`}
    </button>
  );
}

function List({ village }: { village: string }) {
  const { items, problem } = usePages(villagePeople, { villageCode: village });
  return <button type="button">{`1: ${items.map(({ name }) => name).join()} ${problem?.message ?? ''}`}</button>;
}

const shown = () => screen.getByRole('button').textContent;

test.each([
  ['a table of the console', Table],
  ['a growing list of the phone', List],
])('%s shows the village asked for last, whichever answer comes last', async (_, View) => {
  const { rerender } = render(<View village="522732114289" />);
  rerender(<View village="522732114280" />);
  expect(asked.map(({ village }) => village)).toEqual(['522732114289', '522732114280']);
  await asked[1]?.answer('石云');
  await asked[0]?.answer('韦小明');
  expect(shown()).toBe('1: 石云 ');
  rerender(<View village="522732114281" />);
  rerender(<View village="522732114280" />);
  await asked[3]?.answer('石云');
  await asked[2]?.fail('系统正忙');
  expect(shown()).toBe('1: 石云 ');
});

test('another question begins at its first page', async () => {
  const { rerender } = render(<Table village="522732114289" />);
  await asked[0]?.answer('韦小明', 'p2');
  await act(async () => screen.getByRole('button').click());
  await asked[1]?.answer('潘梅花');
  expect(shown()).toBe('2: 潘梅花 ');
  rerender(<Table village="522732114280" />);
  expect(shown()).toMatch(/^1:/);
});
