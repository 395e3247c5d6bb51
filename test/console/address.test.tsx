import { act, render, screen } from '@testing-library/react';
import { linkTo, useAddress } from '@/console/shell/address';

let go: ReturnType<typeof useAddress>[1];

function Shown() {
  const [query, change] = useAddress();
  go = change;
  return <p>{JSON.stringify(query)}</p>;
}

beforeEach(() => window.history.replaceState(null, '', '#/console/index?at=progress&town=522732101'));
const shown = () => JSON.parse(screen.getByText(/^\{/).textContent ?? '');

test('a link opens the view with its filters', () => {
  render(<Shown />);
  expect(shown()).toEqual({ at: 'progress', town: '522732101' });
});

test('a filter changes the address without losing the others, and can be taken off', () => {
  render(<Shown />);
  act(() => go({ village: '尧吕村' }));
  expect(shown()).toEqual({ at: 'progress', town: '522732101', village: '尧吕村' });
  act(() => go({ town: undefined }));
  expect(window.location.hash).toBe(linkTo({ at: 'progress', village: '尧吕村' }));
});

test('a step back is the console’s own: the page router never hears of it', () => {
  const router = jest.fn();
  render(<Shown />);
  window.addEventListener('popstate', router);
  act(() => {
    window.history.replaceState(null, '', '#/console/index?at=notices');
    window.dispatchEvent(new PopStateEvent('popstate'));
  });
  expect(shown()).toEqual({ at: 'notices' });
  expect(router).not.toHaveBeenCalled();
  window.removeEventListener('popstate', router);
});
