import { boot } from './harness';

const app = boot();

test('somebody opens the mini-program and makes the letters larger', async () => {
  await app.openPage('resident/home/index');
  await app.sees('申报');
  expect(app.dom().querySelector('[class*="yt-page--large"]')).toBeNull();

  await app.tap('text-size');

  await app.sees('标准字');
  expect(app.dom().querySelector('[class*="yt-page--large"]')).not.toBeNull();
  expect(app.phone.storage.get('text-size')).toBe('large');
});

test('a screen reader hears what an element is and what it says', async () => {
  await app.openPage('resident/home/index');
  expect(app.attributes('at--text-size')).toMatchObject({ ariaRole: 'switch', ariaLabel: '大字', ariaChecked: true });
  expect(app.attributes('yt-card__title')).toMatchObject({ ariaRole: 'heading' });
  expect(app.attributes('yt-notice')).toMatchObject({ ariaRole: 'status' });
});
