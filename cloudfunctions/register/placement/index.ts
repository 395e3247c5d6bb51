export { unplaced, unplacedGroups } from './queue';
export { settlePlacements } from './settle';
