/** A browser's number input swallows leading zeros and half-typed figures: only the keyboard is wanted. */
export const keyboards = {
  text: 'text',
  integer: 'tel' as 'text',
  decimal: 'text',
  phone: 'tel' as 'text',
  idNumber: 'text',
} as const;
