import type { mergeTable } from '@/domain/operations/merge-table';
import type { OutputOf } from '@/domain/operations/operation';

export type MergeRow = OutputOf<typeof mergeTable>['rows'][number];
