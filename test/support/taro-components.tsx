import { createElement, type ReactNode, type SyntheticEvent } from 'react';

/** Taro's components as plain elements, with Taro's own shape of events: enough for a screen's behaviour. */
type Props = Record<string, unknown> & { children?: ReactNode };
type Told = (event: { detail: { value: string } }) => void;

const foreign = new Set([
  'hoverClass',
  'hoverStayTime',
  'placeholderClass',
  'confirmType',
  'confirmHold',
  'focus',
  'autoHeight',
  'scrollY',
  'catchMove',
  'maxlength',
  'onConfirm',
  'formType',
  'loading',
]);

const plain = (props: Props): Props => Object.fromEntries(Object.entries(props).filter(([key]) => !foreign.has(key)));

const box = (tag: string) => (props: Props) => createElement(tag, plain(props));

const field =
  (tag: 'input' | 'textarea') =>
  ({ onInput, onBlur, value, ...rest }: Props) =>
    createElement(tag, {
      ...plain(rest),
      value: value ?? '',
      onChange: (event: SyntheticEvent<HTMLInputElement>) =>
        (onInput as Told | undefined)?.({ detail: { value: event.currentTarget.value } }),
      onBlur: (event: SyntheticEvent<HTMLInputElement>) =>
        (onBlur as Told | undefined)?.({ detail: { value: event.currentTarget.value } }),
    });

export const View = box('div');
export const Text = box('span');
export const Button = box('button');
export const Image = box('img');
export const ScrollView = box('div');
export const Label = box('label');
export const Input = field('input');
export const Textarea = field('textarea');
