/** A village, or a group (组) or old village of it: what one enumerator takes as a whole. */
export interface WorkPart {
  id: string;
  /** 12 digits. */
  village: string;
  /** '' the whole village. */
  part: string;
  /** People still to be collected. */
  load: number;
  /** Place in the village: neighbours have neighbouring numbers. */
  order: number;
  /** What must be spoken there, e.g. 水语; '' when anyone will do. */
  language?: string | undefined;
  /** Who leads there; parts under one cadre stay together when they can. */
  cadre?: string | undefined;
  /** Who holds it now. */
  holder?: string | null | undefined;
}

export interface Worker {
  id: string;
  /** 1 is a full share, 0.5 half of it. */
  capacity?: number | undefined;
  languages: readonly string[];
  /** Division codes he can be sent to; none means everywhere. */
  scopes?: readonly string[] | undefined;
}

export interface ShareWish {
  parts: readonly WorkPart[];
  workers: readonly Worker[];
  /** Somebody who leaves: only his parts go to others, nobody else's move. */
  leaving?: string | null | undefined;
  /** How far from the ideal a load may be, as a share of it. */
  tolerance?: number | undefined;
}

export interface ShareMove {
  part: WorkPart;
  from: string | null;
  to: string;
}

export interface WorkerLoad {
  id: string;
  before: number;
  after: number;
  /** His share by capacity. */
  ideal: number;
}

export interface SharePlan {
  /** A full share: all work by all capacity. */
  ideal: number;
  loads: WorkerLoad[];
  moves: ShareMove[];
  /** Largest distance of a load from its ideal, as a share of it. */
  imbalance: { before: number; after: number };
  /** Parts nobody may take. */
  unassigned: WorkPart[];
  /** What could not be respected, as sentences. */
  remarks: string[];
}
