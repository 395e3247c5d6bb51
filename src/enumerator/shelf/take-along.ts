import type { openForm } from '@/domain/operations/collecting/collect';
import type { OutputOf } from '@/domain/operations/operation';
import { keepForm, keepOnlyForms, keepReturned, type Returned, type VillageShelf } from './village-store';

interface Parts {
  shelf: VillageShelf;
  accountId: string;
  villageCode: string;
  fetchForms: (cursor: string | null) => Promise<{ items: OutputOf<typeof openForm>[]; next: string | null }>;
  fetchReturned: (cursor: string | null) => Promise<{ items: Returned[]; next: string | null }>;
}

/**
 * What has been answered before by those still to be collected, and what a reviewer sent back with his comments.
 * @returns how many forms came
 */
export async function takeFormsAlong({
  shelf,
  accountId,
  villageCode,
  fetchForms,
  fetchReturned,
}: Parts): Promise<number> {
  const wanted = new Set<string>();
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const { items, next } = await fetchForms(cursor ?? null);
    for (const form of items) {
      await keepForm(shelf, accountId, villageCode, form);
      wanted.add(form.subject.personId);
    }
    cursor = next;
  }
  await keepOnlyForms(shelf, accountId, villageCode, wanted);
  const returned: Returned[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const { items, next } = await fetchReturned(cursor ?? null);
    returned.push(...items.filter((one) => one.villageCode === villageCode));
    cursor = next;
  }
  await keepReturned(shelf, accountId, villageCode, returned);
  return wanted.size;
}
