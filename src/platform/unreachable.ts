/** No answer came: whether the call was carried out is not known, and repeating it with the same requestId is safe. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

/** Milliseconds after which a call counts as unanswered; a first one may wait for a function to start. */
export const patience = 20_000;
