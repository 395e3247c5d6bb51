import { render, screen } from '@testing-library/react';
import { QrCode, qrSource } from '@/ui/figure/QrCode';
import { ProgressFigure } from '@/ui/status/ProgressFigure';

test.each([
  [0, 1650, '0%'],
  [1284, 1650, '77.8%'],
  [1649, 1650, '99.9%'],
  [1650, 1650, '100%'],
  [0, 0, '—'],
])('%i of %i is said as %s', (done, total, said) => {
  render(<ProgressFigure label="已填报" done={done} total={total} unit="人" />);
  expect(screen.getByText(said)).toBeTruthy();
});

test('a screen reader hears the figure with its denominator', () => {
  render(<ProgressFigure label="已填报" done={1284} total={1650} unit="人" />);
  expect(screen.getByRole('progressbar', { name: '已填报：1650 人中的 1284 人' })).toBeTruthy();
});

test('a QR code is a picture with words beside it', () => {
  render(<QrCode text="https://example.org/n/1" label="扫一扫看公告" />);
  const picture = screen.getByRole('img', { name: '二维码：扫一扫看公告' });
  const drawn = decodeURIComponent(picture.getAttribute('src')?.replace('data:image/svg+xml,', '') ?? '');
  expect(drawn).toMatch(/^<svg .*<\/svg>$/s);
  expect(qrSource('https://example.org/n/2')).not.toBe(qrSource('https://example.org/n/1'));
});
