/** 522732********1234: the division and the last four stay, so that a worker can tell two people apart. */
export function maskIdNumber(number: string): string {
  return keepEnds(number, 6, 4);
}

/** 138****1234; a landline keeps its area code and last two digits. */
export function maskPhone(phone: string): string {
  const dash = phone.indexOf('-');
  if (dash >= 0) return `${phone.slice(0, dash + 1)}${keepEnds(phone.slice(dash + 1), 0, 2)}`;
  return keepEnds(phone, 3, 4);
}

/** 韦*, 韦*明, 阿***·***: the first character, and the last of a name of three or more; dots stay. */
export function maskName(name: string): string {
  const characters = Array.from(name);
  const last = characters.length > 2 && characters.indexOf('\u00b7') < 0 ? characters.length - 1 : -1;
  if (characters.length === 1) return '*';
  return characters
    .map((character, place) => (place === 0 || place === last || character === '\u00b7' ? character : '*'))
    .join('');
}

/** Too short a text is hidden whole rather than shown whole. */
function keepEnds(text: string, head: number, tail: number): string {
  const hidden = text.length - head - tail;
  if (hidden < 3) return '*'.repeat(text.length);
  return text.slice(0, head) + '*'.repeat(hidden) + text.slice(text.length - tail);
}
