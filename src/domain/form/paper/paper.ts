/**
 * The frozen, readable copy kept with each submission: the questions as they were worded and the answers in words,
 * so that it can be read after the form has changed.
 */
export interface PaperCopy {
  form: string;
  version: number;
  title: string;
  /** YYYY-MM-DD, +8. */
  madeOn: string;
  sections: PaperSection[];
}

export interface PaperSection {
  id: string;
  title: string;
  lines: PaperLine[];
}

export interface PaperLine {
  field: string;
  label: string;
  /** In words; identifiers and telephones are masked unless the copy was made with `secrets: 'shown'`. */
  text: string;
  /** Codes as answered, for the boxes of the printed form. */
  codes?: string[];
  /** The cells of each entry, where the answer is a list. */
  rows?: string[][];
}
