export const keyboards = {
  text: 'text',
  integer: 'number',
  decimal: 'digit',
  phone: 'number',
  idNumber: 'idcard',
} as const;
