import { toHalfWidth } from '@/domain/identity';

/** 18 characters of an identity number, or 11 digits of a mobile number, however they are spaced. */
const identity = /(?<!\d)(\d{17}[\dXx]|1[3-9]\d{9})(?![\dXx])/;

/**
 * The name of the first text that holds an identity or mobile number; undefined when none does.
 * A notice goes on walls and into groups: what stands in it cannot be taken back.
 */
export function identityIn(texts: readonly (readonly [where: string, text: string])[]): string | undefined {
  const plain = (text: string): string => toHalfWidth(text).replace(/(?<=\d)[\s-]+(?=[\dXx])/g, '');
  return texts.find(([, text]) => identity.test(plain(text)))?.[0];
}
