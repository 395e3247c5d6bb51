export interface EmploymentFigures {
  employed: number;
  unemployed: number;
  outside: number;
  /** employed + unemployed. */
  labourForce: number;
  /** unemployed / labour force, 0–1; null without a labour force. */
  unemploymentRate: number | null;
  /** labour force / all classed, 0–1; null without anyone. */
  participation: number | null;
}

/** From counts of the derived state: E, U, N (NBS and ILO definitions). */
export function employmentFigures(counts: Readonly<Partial<Record<'E' | 'U' | 'N', number>>>): EmploymentFigures {
  const { E: employed = 0, U: unemployed = 0, N: outside = 0 } = counts;
  const labourForce = employed + unemployed;
  const all = labourForce + outside;
  return {
    employed,
    unemployed,
    outside,
    labourForce,
    unemploymentRate: labourForce > 0 ? unemployed / labourForce : null,
    participation: all > 0 ? labourForce / all : null,
  };
}
