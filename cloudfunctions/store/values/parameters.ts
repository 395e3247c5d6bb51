/** What may travel to the store. Buffers go as they are (bytea); everything else as text. */
export type Parameter = string | Buffer | null;

/**
 * One value as PostgreSQL reads it, the same for both adapters, so that neither driver's own guesses matter.
 * Shapes: see `port.ts`, «Values in».
 */
export function parameter(value: unknown): Parameter {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  if (value instanceof Uint8Array) {
    return Buffer.isBuffer(value) ? value : Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  }
  if (isDate(value)) return value.toISOString();
  if (Array.isArray(value)) return arrayLiteral(value);
  return JSON.stringify(value);
}

/** A jsonb parameter; needed where the value is an array or a bare string, harmless elsewhere. */
export function json(value: unknown): string {
  return JSON.stringify(value ?? null);
}

/** bytea as text: what COPY and array literals need. */
export function hexText(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}`;
}

function arrayLiteral(items: readonly unknown[]): string {
  return `{${items.map(arrayItem).join(',')}}`;
}

function arrayItem(item: unknown): string {
  if (Array.isArray(item)) return arrayLiteral(item);
  const value = parameter(item);
  if (value === null) return 'NULL';
  const text = typeof value === 'string' ? value : hexText(value);
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

/** By duck: a Date made in another realm (a test's sandbox) is still a date. */
function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}
