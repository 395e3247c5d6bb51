import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { BigChoice, BigMultiChoice } from '@/ui/field/BigChoice';

const jobs = [
  { value: '1', label: '单位就业' },
  { value: '2', label: '灵活就业', hint: '打零工、摆摊都算' },
  { value: '3', label: '务农', disabled: true },
];

function OneJob() {
  const [value, setValue] = useState<string>();
  return <BigChoice name="job" label="您怎样工作？" options={jobs} value={value} onChange={setValue} />;
}

function ManyJobs({ most }: { most?: number }) {
  const [value, setValue] = useState<string[]>([]);
  const options = jobs.map((job) => ({ ...job, disabled: false }));
  return (
    <>
      <BigMultiChoice
        name="jobs"
        label="您做过哪些？"
        options={options}
        value={value}
        onChange={setValue}
        most={most}
      />
      <output>{value.join(',')}</output>
    </>
  );
}

const radio = (name: string) => screen.getByRole('radio', { name });
const box = (name: string) => screen.getByRole('checkbox', { name });

test('somebody chooses with a finger, then changes her mind with the keyboard', () => {
  render(<OneJob />);
  fireEvent.click(radio('单位就业'));
  expect(radio('单位就业').getAttribute('aria-checked')).toBe('true');

  fireEvent.keyDown(radio('灵活就业'), { key: 'Enter' });
  expect(radio('灵活就业').getAttribute('aria-checked')).toBe('true');
  expect(radio('单位就业').getAttribute('aria-checked')).toBe('false');
});

test('an answer that is closed stays unchosen', () => {
  render(<OneJob />);
  fireEvent.click(radio('务农'));
  expect(radio('务农').getAttribute('aria-checked')).toBe('false');
  expect(radio('务农').getAttribute('aria-disabled')).toBe('true');
});

test('several answers keep the order of the paper, whatever the order of the fingers', () => {
  render(<ManyJobs />);
  for (const name of ['务农', '单位就业', '灵活就业', '务农']) fireEvent.click(box(name));
  expect(screen.getByRole('status').textContent).toBe('1,2');
});

test('after the last allowed answer the others close, and open again when one is taken back', () => {
  render(<ManyJobs most={1} />);
  fireEvent.click(box('单位就业'));
  expect(box('务农').getAttribute('aria-disabled')).toBe('true');
  fireEvent.click(box('单位就业'));
  expect(box('务农').getAttribute('aria-disabled')).toBeNull();
});
