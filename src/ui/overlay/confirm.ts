import { shown } from './store';

export interface Question {
  title: string;
  /** What will happen; for something destructive, what is destroyed. */
  message?: string;
  /** The words of the button say what happens: 撤下公告. */
  confirm: string;
  cancel?: string;
  danger?: boolean;
}

interface Asked extends Question {
  answer: (yes: boolean) => void;
}

export const asked = shown<Asked>();

/** Asks on the page in front; a second question answers the first with no. */
export function confirm(question: Question): Promise<boolean> {
  asked.get()?.answer(false);
  return new Promise((resolve) => {
    asked.set({
      ...question,
      answer: (yes) => {
        asked.set(undefined);
        resolve(yes);
      },
    });
  });
}
