import type { DailyLead, DailyRecord, LeadKind } from './types';

export const isLabour = ({ populationClass }: DailyRecord): boolean => populationClass === '03';

export function perEnumerator(records: readonly DailyRecord[], least: number): DailyRecord[][] {
  return groups(records, ({ postId }) => postId).filter((own) => own.length >= least);
}

export function groups(records: readonly DailyRecord[], keyOf: (record: DailyRecord) => string): DailyRecord[][] {
  const found = new Map<string, DailyRecord[]>();
  for (const record of records) {
    const group = found.get(keyOf(record));
    if (group) group.push(record);
    else found.set(keyOf(record), [record]);
  }
  return [...found.values()];
}

/** The village where most of it happened stands for the lead. */
export function lead(kind: LeadKind, records: readonly DailyRecord[], sentence: string): DailyLead {
  const recordIds = records.map(({ recordId }) => recordId).sort();
  const { postId = '', enumerator = '' } = records[0] ?? {};
  const byVillage = groups(records, ({ villageCode }) => villageCode).sort((a, b) => b.length - a.length);
  const villageCode = byVillage[0]?.[0]?.villageCode ?? '';
  return {
    leadId: `${kind}-${postId || 'self'}-${recordIds[0] ?? ''}`,
    kind,
    sentence,
    postId,
    enumerator,
    villageCode,
    recordIds,
  };
}

export const householdsIn = (records: readonly DailyRecord[]): number =>
  new Set(records.map(({ householdId }) => householdId)).size;

export const percent = (part: number): string => `${Math.round(part * 100)}%`;
