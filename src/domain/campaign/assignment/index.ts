export { type Language, languages, speaksThere, villageLanguages } from './languages';
export { shareWork } from './share';
export type { ShareMove, SharePlan, ShareWish, Worker, WorkerLoad, WorkPart } from './types';
