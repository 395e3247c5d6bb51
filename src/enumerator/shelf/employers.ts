import { employers } from '@/domain/operations/collecting/employer';
import type { OutputOf } from '@/domain/operations/operation';
import type { VillageShelf } from './village-store';

export type EmployerLine = OutputOf<typeof employers>['items'][number];
type Page = OutputOf<typeof employers>;

const key = (accountId: string, village: string): string => `village/${accountId}/${village}/employers`;

/** The employers of a village, so that nobody registers one twice where there is no signal. */
export async function keepEmployers(
  shelf: VillageShelf,
  accountId: string,
  village: string,
  fetchPage: (cursor: string | null) => Promise<Page>
): Promise<void> {
  const items: EmployerLine[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await fetchPage(cursor ?? null);
    items.push(...page.items);
    cursor = page.next;
  }
  await shelf.set(key(accountId, village), items);
}

export async function readEmployers(shelf: VillageShelf, accountId: string, village: string): Promise<EmployerLine[]> {
  const kept = employers.output.shape.items.safeParse(await shelf.get(key(accountId, village)));
  return kept.success ? kept.data : [];
}
