import type { Aria } from './aria';

/** WeChat names the role `aria-role`; the build keeps these because config/taro/accessibility declares them. */
export const aria = ({ role, label, live, checked, selected, disabled, hidden }: Aria): Record<string, unknown> => ({
  'aria-role': role,
  'aria-label': label,
  'aria-live': live,
  'aria-checked': checked,
  'aria-selected': selected,
  'aria-disabled': disabled,
  'aria-hidden': hidden,
});

/** Something that can be pressed. `hover-class` is the phone's own answer to a finger. */
export const pressable = (press: () => void, { disabled, ...rest }: Aria = {}): Record<string, unknown> => ({
  ...aria({ role: 'button', disabled, ...rest }),
  onClick: disabled ? undefined : press,
  hoverClass: disabled ? 'none' : 'yt-pressed',
  hoverStayTime: 60,
});
