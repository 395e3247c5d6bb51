/** A line of the text field is a paragraph; empty lines are only room between them. */
export const paragraphsOf = (text: string): string[] =>
  (text ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
