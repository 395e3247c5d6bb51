import type { KeyboardEvent } from 'react';
import type { Aria } from './aria';

export const aria = ({ role, label, live, checked, selected, disabled, hidden }: Aria): Record<string, unknown> => ({
  role,
  'aria-label': label,
  'aria-live': live,
  'aria-checked': checked,
  'aria-selected': selected,
  'aria-disabled': disabled || undefined,
  'aria-hidden': hidden || undefined,
});

/** Something that can be pressed, by finger, mouse, Enter or the space bar. */
export const pressable = (press: () => void, { disabled, ...rest }: Aria = {}): Record<string, unknown> => ({
  ...aria({ role: 'button', disabled, ...rest }),
  tabIndex: disabled ? -1 : 0,
  onClick: disabled ? undefined : press,
  onKeyDown: disabled ? undefined : (event: KeyboardEvent) => isPress(event) && pressByKey(event, press),
});

const isPress = ({ key }: KeyboardEvent): boolean => key === 'Enter' || key === ' ';

function pressByKey(event: KeyboardEvent, press: () => void): void {
  event.preventDefault();
  press();
}
