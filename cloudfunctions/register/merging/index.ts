export { mergeTable } from './merge-table';
export { setMergeRow } from './set-merge-row';
