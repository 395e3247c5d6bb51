import type { Problem } from '@/domain/problem';

type Listener = (problem: Problem) => unknown;
let listener: Listener = () => undefined;

/** The account listens here: a call of any page may be the first to hear that the sign-in is over. */
export const whenPageIsRefused = (told: Listener): void => {
  listener = told;
};

export const tellRefusal = (problem: Problem): void => void listener(problem);
