import type { Entry } from '@/outbox';
import type { Field } from '../schedule/step';

/** One thing a person did, under the mark that goes with it wherever it goes. */
export interface Deed {
  mark: string;
  operation: Entry['operation'];
  phone: number;
  accountId: string;
  /** The phone said that it is saved. */
  told: boolean;
  /** Its author gave it up, or meant to when his phone died. */
  withdrawn: boolean;
  personId: string;
  /** For a form: what its author changed, from what to what. */
  changed: Partial<Record<Field, { from: unknown; to: unknown }>>;
}

/** What people did in one schedule, and what they were told. */
export class Ledger {
  readonly deeds = new Map<string, Deed>();

  note(deed: Omit<Deed, 'mark' | 'told' | 'withdrawn'>): Deed {
    const made = { ...deed, mark: `m${this.deeds.size + 1}`, told: false, withdrawn: false };
    this.deeds.set(made.mark, made);
    return made;
  }

  of(mark: string): Deed {
    const deed = this.deeds.get(mark);
    if (deed === undefined) throw new Error(`nobody did ${mark}`);
    return deed;
  }
}

/** The mark is the title of an entry, so that it stays when the input is dropped with the receipt. */
export const markOf = ({ title }: Pick<Entry, 'title'>): string => title;
