import type { ClockFinding } from '@/domain/campaign/phone-clock';
import { corrected } from '@/domain/campaign/phone-clock';
import type { Aliases } from '../../store/queries/field/phones';

/** An entry's input as the phone sent it: not yet parsed, its operation does that. */
type Sent = Readonly<Record<string, unknown>>;

const isSent = (input: unknown): input is Sent => typeof input === 'object' && input !== null && !Array.isArray(input);

/** Whom or what an entry is about, as far as it says. */
export const subjectOf = (input: unknown): string =>
  textIn(input, 'personId') || textIn(input, 'newPersonId') || textIn(input, 'employerId');

export const villageIn = (input: unknown): string => textIn(input, 'villageCode');

/** The person an entry means, where the phone may have made the name up. */
export const personIn = (input: unknown): string => textIn(input, 'personId');

export const newPersonIn = (input: unknown): string => textIn(input, 'newPersonId');

const textIn = (input: unknown, key: string): string => {
  const value = isSent(input) ? input[key] : undefined;
  return typeof value === 'string' ? value.slice(0, 64) : '';
};

/** Where an operation says when it was done. */
const momentKeys = ['collectedAt', 'at'] as const;

/**
 * The input as it is carried out: about the person whom the county knows, at the true time. How far the phone's clock
 * was off goes with a form's paradata.
 */
export function rightInput(input: unknown, aliases: Aliases, clock: ClockFinding | undefined, now: Date): unknown {
  if (!isSent(input)) return input;
  const right: Record<string, unknown> = { ...input };
  const person = aliases[personIn(input)];
  if (person !== undefined) right.personId = person.personId;
  // He started from another person's record: everything he says is set beside what stands.
  if (person?.moved === true && 'baseVersion' in right) right.baseVersion = 0;
  if (clock === undefined) return right;
  for (const key of momentKeys) {
    const said = new Date(textIn(input, key));
    if (!Number.isNaN(said.getTime())) right[key] = corrected(said, clock, now).toISOString();
  }
  if ('collectedAt' in right) {
    right.paradata = {
      ...(isSent(input.paradata) ? input.paradata : {}),
      clockSeconds: clock.seconds,
      clockBy: clock.by,
    };
  }
  return right;
}
