import { fireEvent, render, screen } from '@testing-library/react';
import { LongTextField, TextField } from '@/ui/field/TextField';

const nothing = () => undefined;

test('what is wrong stands beside the field and is read out', () => {
  render(
    <TextField name="employer" label="单位" value="" onChange={nothing} error="请填写单位名称。" warning="太短" />
  );
  expect(screen.getByRole('alert').textContent).toBe('请填写单位名称。');
  expect(screen.queryByText('太短')).toBeNull();
});

test('a warning is shown when nothing is wrong', () => {
  render(<TextField name="wage" label="工资" value="42000" onChange={nothing} warning="比同类工作高很多。" />);
  expect(screen.getByRole('status').textContent).toBe('比同类工作高很多。');
});

test('every letter reaches the form, and leaving the field is told', () => {
  const typed = jest.fn();
  const left = jest.fn();
  render(<TextField name="name" label="姓名" value="韦" onChange={typed} onLeave={left} />);
  fireEvent.change(screen.getByLabelText('姓名'), { target: { value: '韦小' } });
  fireEvent.blur(screen.getByLabelText('姓名'));
  expect(typed).toHaveBeenCalledWith('韦小');
  expect(left).toHaveBeenCalledTimes(1);
});

test('a rare character counts once, as people count', () => {
  render(<LongTextField name="note" label="备注" value="𠮷𠮷" onChange={nothing} max={200} />);
  expect(screen.getByText('2/200')).toBeTruthy();
});
