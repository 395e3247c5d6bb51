/** Random bytes for keys, as hex. */
export async function randomHex(bytes: number): Promise<string> {
  const values = crypto.getRandomValues(new Uint8Array(bytes));
  return Array.from(values, (value) => value.toString(16).padStart(2, '0')).join('');
}
