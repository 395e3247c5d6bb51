import type { OutputOf } from '@/domain/operations/operation';
import type { mergeTable } from '@/domain/operations/people/merge-table';

export type MergeRow = OutputOf<typeof mergeTable>['rows'][number];
