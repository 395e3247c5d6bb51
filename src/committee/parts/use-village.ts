import { useState } from 'react';
import { type Query, useQuery } from '@/client/calls/use-query';
import type { OutputOf } from '@/domain/operations/operation';
import { villages } from '@/domain/operations/people/register';

export type VillageFigures = OutputOf<typeof villages>['villages'][number];

interface ChosenVillage {
  villages: readonly VillageFigures[];
  village: VillageFigures | undefined;
  choose: (code: string) => void;
  query: Query<OutputOf<typeof villages>>;
}

/** The village a committee works for; a committee of several villages (or a merged one) chooses. */
export function useVillage(given?: string): ChosenVillage {
  const query = useQuery(villages, {});
  const [chosen, choose] = useState(given);
  const all = query.value?.villages ?? [];
  return { villages: all, village: all.find(({ code }) => code === chosen) ?? all[0], choose, query };
}
