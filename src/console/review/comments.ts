/** What was really written beside a line; at least two characters, as the cloud wants it. */
export const commentsOf = (typed: Readonly<Record<string, string>>): { field: string; text: string }[] =>
  Object.entries(typed)
    .map(([field, text]) => ({ field, text: text.trim() }))
    .filter(({ text }) => text.length >= 2);
