export { type AnswerWish, type InventedAnswers, inventAnswers } from './answers/answers';
export { generateCounty } from './county';
export { type Past, type PastRecord, type PastWish, pastOf, receiptNo } from './past';
export { randomFrom } from './random';
export { postsInTurn, type Scene, scenesOf } from './scenes';
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
