export { type AnswerWish, type InventedAnswers, inventAnswers } from './answers/answers';
export { generateCounty } from './county';
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
