import { addDays, localDay, localTime } from '../identity';

/** Days that the village people leave has to answer; afterwards town and county answer for it (this county's own choice). */
export const daysToAnswer = 15;

/** The last day (YYYY-MM-DD) on which an answer to a request of that moment comes in time. */
export const answerUntil = (askedAt: Date): string => addDays(localDay(askedAt), daysToAnswer);

/** Requests made before this moment should have been answered by now. */
export const overdueBefore = (now: Date): Date => localTime(addDays(localDay(now), -daysToAnswer));
