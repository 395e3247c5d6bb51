export { duplicateCounts, duplicates, keepDistinct } from './duplicates';
export { duplicateSearch, findDuplicates } from './find-duplicates';
export { joinIdentity } from './join-identity';
export { merges, registerHistory, temporaryIdentities } from './listing';
export { mergePersons } from './merge';
export { unmergePersons } from './unmerge';
