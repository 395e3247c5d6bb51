/** Tells a spreadsheet that the text is UTF-8. */
export const csvMark = '\ufeff';

/** One line of CSV that no spreadsheet runs: what would begin a formula gets an apostrophe, long numbers stay text. */
export function csvLine(cells: readonly string[]): string {
  let line = '';
  for (let place = 0; place < cells.length; place += 1) {
    const cell = cells[place] ?? '';
    if (place > 0) line += ',';
    if (cell !== '') line += csvCell(cell);
  }
  return `${line}\r\n`;
}

/** OWASP: = + - @ tab and return begin a formula, also behind spaces and in full width; a tab keeps digits from rounding. */
export function csvCell(text: string): string {
  if (!odd.test(text)) return text;
  const tame = /^[\s\u00a0\u3000]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r]/.test(text) ? `'${text}` : text;
  const whole = /^\d{12,}$/.test(tame) ? `\t${tame}` : tame;
  return /[",\r\n\t]/.test(whole) ? `"${whole.replace(/"/g, '""')}"` : whole;
}

/** One look tells nearly every cell of a file to be plain. */
const odd = /[",\r\n\t]|^[\s\u00a0\u3000=+\-@\uff1d\uff0b\uff0d\uff20]|^\d{12,}$/;
