/**
 * Ids made on this phone: 9 characters of time (base 36), 3 of a counter, 12 of chance. They sort by the order in which
 * they were made even if the wall clock is set back in between.
 */
export function createIds(random: () => number): (now: number) => string {
  let last = 0;
  let counter = 0;
  return (now) => {
    counter = now > last ? 0 : counter + 1;
    last = Math.max(last, now);
    const chance = Array.from({ length: 12 }, () => Math.floor(random() * 36).toString(36)).join('');
    return `${last.toString(36).padStart(9, '0')}${counter.toString(36).padStart(3, '0')}${chance}`;
  };
}
