import { type EditionChange, type RowReason, rowReasons } from '@/domain/register/outcomes';
import type { RegisterPlace } from '@/domain/register/place';
import type { Candidate } from '../../../store/queries/cases';
import type { MatchRow } from '../../../store/queries/register/import-match';
import type { RunProgress } from '../../../store/queries/register/import-runs';
import type { Home } from './homes';
import type { PreparedFacts, PreparedRow } from './prepare';

/** Somebody the page adds. */
export interface Addition {
  personId: string;
  line: number;
  facts: PreparedFacts;
  temporary: boolean;
  home: Home | undefined;
  place: RegisterPlace;
  relation: string;
}

/** Somebody of whom the register now says something else. */
export interface Renewal {
  before: MatchRow;
  line: number;
  facts: PreparedFacts;
  joins: boolean;
  /** Undefined: the register says the same about his place as before, so what people decided since then stays. */
  place: RegisterPlace | undefined;
  home: Home | undefined;
}

export interface RowNote {
  line: number;
  cells: readonly string[];
  reason: RowReason;
  about: string;
  name: string;
  idMasked: string;
  village: string;
  personId: string | null;
}

export interface Change {
  change: EditionChange;
  personId: string;
  from: string | null;
  to: string | null;
  why: string;
}

/** Everything a page will write, decided before anything is written. */
export interface Plan {
  homes: Map<string, Home>;
  additions: Addition[];
  renewals: Renewal[];
  /** People met again, and how their row was counted: [person, line, outcome]. */
  seen: [string, number, string][];
  notes: RowNote[];
  waiting: { personId: string; townCode: string; candidates: readonly Candidate[]; why: string }[];
  /** Two who claim one number. */
  rivals: { personA: string; personB: string; place: string }[];
  changes: Change[];
  progress: RunProgress;
}

export const emptyPlan = (homes: Map<string, Home>): Plan => ({
  homes,
  additions: [],
  renewals: [],
  seen: [],
  notes: [],
  waiting: [],
  rivals: [],
  changes: [],
  progress: {},
});

export function count(plan: Plan, what: keyof RunProgress, by = 1): void {
  plan.progress[what] = (plan.progress[what] ?? 0) + by;
}

/** A doubtful or refused row with its reason; the row itself goes along, to be sealed. */
export function note(
  plan: Plan,
  row: PreparedRow,
  reason: RowReason,
  about: { line?: number | undefined; personId?: string | null; idMasked?: string; village?: string }
): void {
  plan.notes.push({
    line: row.line,
    cells: row.cells,
    reason,
    about: about.line === undefined ? '' : `与第 ${about.line} 行是同一人`,
    name: row.facts?.row.name ?? '',
    idMasked: about.idMasked ?? '',
    village: about.village ?? '',
    personId: about.personId ?? null,
  });
  count(plan, rowReasons[reason].outcome);
}
