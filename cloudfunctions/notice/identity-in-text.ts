import { holdsIdentity } from '@/domain/identity';

/**
 * The name of the first text that holds an identity or mobile number; undefined when none does.
 * A notice goes on walls and into groups: what stands in it cannot be taken back.
 */
export const identityIn = (texts: readonly (readonly [where: string, text: string])[]): string | undefined =>
  texts.find(([, text]) => holdsIdentity(text))?.[0];
