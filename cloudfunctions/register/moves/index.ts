export { recordBirth } from './birth';
export { recordDeath } from './death';
export { changeHead, joinHouseholds, splitHousehold } from './households';
export { decideTransfer, requestTransfer, transfers, withdrawTransfer } from './transfers';
export { withoutHead } from './without-head';
