import { all, any, anyOf, atLeast, type Condition, not, when, yes } from '@/domain/form';

/** Conditions named once. `age`, `mode`, `proxy` and `employed` are facts (facts.ts), the rest earlier answers. */
export const classIs = (...classes: string[]): Condition => when('populationClass', anyOf(...classes));

/** Dead, missing, moved, no such person, unreachable, refused, and those in prison, army or abroad: nothing more is asked. */
export const livesHere = classIs('01', '02', '03', '07', '08');
export const labour = classIs('03');
export const labourOrStudent = classIs('02', '03');
export const sixteen = when('age', atLeast(16));

/** Those who may be working: everyone of 16 who is here. */
export const mayWork = all(sixteen, classIs('02', '03', '07', '08'));
export const works = when('state', anyOf('E'));
export const jobless = all(labour, when('state', anyOf('U')));
export const outOfWork = all(labour, when('state', anyOf('U', 'N')));

/** W23: rural questions for rural and undivided registers, urban ones are none of their own on this form. */
export const rural = when('hukouNature', anyOf('20', '50'));
export const fromUnit = all(works, when('jobForm', anyOf('1', '2', '3', '6')));
export const awayFromCounty = all(works, when('placeClass', anyOf('2', '3', '4', '5')));
export const ownBusiness = all(works, when('jobForm', anyOf('5')));
export const nobody = any();

export const atTheDoor = when('mode', anyOf('visit'));
export const byCollector = not(when('mode', anyOf('self')));
export const byProxy = when('proxy', yes);
