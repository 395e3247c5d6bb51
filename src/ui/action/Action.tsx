import Button from '@taroify/core/button';
import { View } from '@tarojs/components';
import classNames from 'classnames';
import type { PropsWithChildren } from 'react';
import { aria } from '../access/attributes';
import { at } from '../access/name';
import './action.scss';

interface ActionProps {
  /** What happens when it is pressed; the words of the button say the same. */
  onPress: () => void;
  kind?: 'main' | 'plain' | 'danger' | 'quiet';
  /** As small as the words, instead of the full width. */
  inline?: boolean;
  /** The work is under way: a second press does nothing. */
  busy?: boolean;
  disabled?: boolean;
  name?: string;
}

const looks = {
  main: { color: 'primary', variant: 'contained' },
  plain: { color: 'primary', variant: 'outlined' },
  danger: { color: 'danger', variant: 'outlined' },
  quiet: { color: 'primary', variant: 'text' },
} as const;

export function ActionButton({
  onPress,
  kind = 'plain',
  inline = false,
  busy = false,
  disabled = false,
  name,
  children,
}: PropsWithChildren<ActionProps>) {
  return (
    <Button
      className={classNames('yt-action', inline && 'yt-action--inline', at(name))}
      {...looks[kind]}
      {...aria({
        role: 'button',
        label: typeof children === 'string' ? children : undefined,
        disabled: disabled || busy,
      })}
      block={!inline}
      size={inline ? 'small' : 'large'}
      loading={busy}
      disabled={disabled}
      onClick={onPress}
    >
      {children}
    </Button>
  );
}

interface PrimaryActionProps extends ActionProps {
  /** A second, lesser way on, beside it. */
  second?: { label: string; onPress: () => void; name?: string };
  /** A short line above: why it cannot be pressed, what it will do. */
  note?: string;
}

/** The one main thing to do on a page; give it to Page's `action`. */
export function PrimaryAction({ second, note, ...main }: PropsWithChildren<PrimaryActionProps>) {
  return (
    <View>
      {note && <View className="yt-action__note">{note}</View>}
      <View className="yt-action__pair">
        {second && (
          <View className="yt-action__second">
            <ActionButton onPress={second.onPress} name={second.name}>
              {second.label}
            </ActionButton>
          </View>
        )}
        <View className="yt-action__first">
          <ActionButton kind="main" {...main} />
        </View>
      </View>
    </View>
  );
}
