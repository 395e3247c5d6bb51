/** No answer came: whether the call was carried out is not known, and repeating it with the same requestId is safe. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}
