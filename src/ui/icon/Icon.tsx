import { Image } from '@tarojs/components';
import classNames from 'classnames';
import { aria } from '../access/attributes';
import './icon.scss';
import { drawings, type IconName } from './drawings';

export type { IconName };

const tones = {
  ink: '#1c2333',
  soft: '#4a5468',
  faint: '#667085',
  primary: '#2f4aa0',
  gold: '#c8932b',
  red: '#b3261e',
  green: '#1f6b45',
  white: '#ffffff',
};

export type Tone = keyof typeof tones;

interface IconProps {
  name: IconName;
  tone?: Tone;
  /** In px at normal text size; grows with 大字. */
  size?: 16 | 20 | 24 | 32 | 48;
  className?: string;
}

/** One drawing of Ant Design's outlined set. Always beside a word, so a screen reader skips it. */
export function Icon({ name, tone = 'soft', size = 20, className }: IconProps) {
  return (
    <Image
      className={classNames('yt-icon', `yt-icon--${size}`, className)}
      src={source(name, tones[tone])}
      {...aria({ hidden: true })}
    />
  );
}

function source(name: IconName, color: string): string {
  const { viewBox, paths } = drawings[name];
  const drawn = paths.map((d) => `<path d="${d}"/>`).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" fill="${color}">${drawn}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
