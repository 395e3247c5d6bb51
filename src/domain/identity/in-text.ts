import { toHalfWidth } from './plain-text';

/** 18 characters of an identity number, or 11 digits of a mobile number, however they are spaced. */
const identity = /(?<!\d)(\d{17}[\dXx]|1[3-9]\d{9})(?![\dXx])/;

/** Whether a text that somebody typed holds an identity or a mobile number. */
export const holdsIdentity = (text: string): boolean =>
  identity.test(toHalfWidth(text).replace(/(?<=\d)[\s-]+(?=[\dXx])/g, ''));
