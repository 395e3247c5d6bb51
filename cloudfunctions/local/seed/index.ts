export { type AnswerWish, type InventedAnswers, inventAnswers } from './answers/answers';
export { generateCounty } from './county';
export { type Past, type PastRecord, type PastWish, pastOf } from './past';
export type {
  CountyWish,
  SeedAccount,
  SeedAssignment,
  SeedCounty,
  SeedHousehold,
  SeedPerson,
  SeedPost,
  SeedVillage,
} from './types';
