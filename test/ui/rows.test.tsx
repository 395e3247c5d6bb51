import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { SearchBar } from '@/ui/action/SearchBar';
import { ListRow } from '@/ui/layout/ListRow';
import { Notice, ProblemNotice } from '@/ui/status/Notice';
import { Badge } from '@/ui/status/Status';

test('a row that opens something is a button for finger and keyboard; one that only shows is not', () => {
  const open = jest.fn();
  render(
    <>
      <ListRow title="韦小花（示例）" note="女 · 49 岁" onPress={open} />
      <ListRow title="回执编号" value="YT-1" />
    </>
  );
  const row = screen.getByRole('button', { name: /韦小花/ });
  fireEvent.click(row);
  fireEvent.keyDown(row, { key: ' ' });
  fireEvent.keyDown(row, { key: 'a' });
  expect(open).toHaveBeenCalledTimes(2);
  expect(screen.getAllByRole('button')).toHaveLength(1);
});

function Search() {
  const [words, setWords] = useState('');
  return <SearchBar value={words} onChange={setWords} placeholder="姓名或门牌号" />;
}

test('a search is emptied with one press, and offers that only when there is something', () => {
  render(<Search />);
  expect(screen.queryByRole('button', { name: '清空' })).toBeNull();
  fireEvent.change(screen.getByLabelText('姓名或门牌号'), { target: { value: '韦' } });
  fireEvent.click(screen.getByRole('button', { name: '清空' }));
  expect(screen.getByLabelText<HTMLInputElement>('姓名或门牌号').value).toBe('');
});

test('a problem is read out with its sentence and can be tried again', () => {
  const again = jest.fn();
  render(<ProblemNotice problem={{ message: '没有连上网络，您填的内容已经存在手机上。' }} onRetry={again} />);
  expect(screen.getByRole('alert').textContent).toContain('没有连上网络');
  fireEvent.click(screen.getByRole('button', { name: '再试一次' }));
  expect(again).toHaveBeenCalledTimes(1);
});

test('no problem, no notice', () => {
  const { container } = render(<ProblemNotice problem={undefined} />);
  expect(container.textContent).toBe('');
});

test('a notice of every day does not interrupt', () => {
  render(<Notice>上次更新是今天 08:12。</Notice>);
  expect(screen.getByRole('status').textContent).toContain('08:12');
});

test.each([
  [0, ''],
  [3, '3条未发送'],
  [99, '99条未发送'],
  [100, '99+条未发送'],
])('%i waiting entries are said as “%s”', (count, said) => {
  const { container } = render(<Badge count={count} unit="条未发送" />);
  expect(container.textContent).toBe(said);
});
