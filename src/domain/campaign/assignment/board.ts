import { within } from '../../divisions';
import type { ShareWish, Worker, WorkPart } from './types';

/** Workers and parts in one order, so that the same wish always gives the same plan; workers by place from here on. */
export interface Board {
  parts: readonly WorkPart[];
  workers: readonly Worker[];
  /** Each worker's share of all work. */
  ideals: readonly number[];
  /** A full share. */
  ideal: number;
  tolerance: number;
  /** Per part: the workers who may take it. */
  eligible: readonly ReadonlySet<number>[];
  /** Who holds each part now; -1 nobody who stays. */
  held: readonly number[];
  remarks: readonly string[];
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function setUp({ parts, workers, leaving = null, tolerance = 0.05 }: ShareWish): Board {
  const staying = workers.filter(({ id }) => id !== leaving).sort((a, b) => byText(a.id, b.id));
  const line = [...parts].sort(
    (a, b) => byText(a.village, b.village) || a.order - b.order || byText(a.part, b.part) || byText(a.id, b.id)
  );
  const places = new Map(staying.map(({ id }, place) => [id, place]));
  const capacity = staying.reduce((sum, worker) => sum + (worker.capacity ?? 1), 0);
  const ideal = capacity > 0 ? line.reduce((sum, { load }) => sum + load, 0) / capacity : 0;
  const may = eligibility(staying);
  const eligible = line.map((part) => may(part).workers);
  return {
    parts: line,
    workers: staying,
    ideals: staying.map((worker) => ideal * (worker.capacity ?? 1)),
    ideal,
    tolerance,
    eligible,
    held: line.map(({ holder }) => (holder == null ? -1 : (places.get(holder) ?? -1))),
    remarks: remarksOn(line, may, ideal, tolerance),
  };
}

type May = (part: WorkPart) => { workers: ReadonlySet<number>; spoken: boolean };

/** Answers are kept by language and village: a county has thousands of parts and few kinds of them. */
function eligibility(workers: readonly Worker[]): May {
  const known = new Map<string, ReturnType<May>>();
  return ({ village, language = '' }) => {
    const key = `${language} ${village}`;
    const before = known.get(key);
    if (before) return before;
    const here = workers.flatMap(({ scopes = [] }, place) =>
      scopes.length === 0 || scopes.some((scope) => within(scope, village)) ? [place] : []
    );
    const speaking = language === '' ? here : here.filter((place) => workers[place]?.languages.includes(language));
    const answer = { workers: new Set(speaking.length > 0 ? speaking : here), spoken: speaking.length > 0 };
    known.set(key, answer);
    return answer;
  };
}

function remarksOn(parts: readonly WorkPart[], may: May, ideal: number, tolerance: number): string[] {
  const unspoken = new Map<string, number>();
  let [large, nobody] = [0, 0];
  for (const part of parts) {
    const { workers, spoken } = may(part);
    if (workers.size === 0) nobody += part.load;
    else if (!spoken) unspoken.set(part.language ?? '', (unspoken.get(part.language ?? '') ?? 0) + part.load);
    if (part.load > ideal * (1 + tolerance)) large += 1;
  }
  return [
    ...[...unspoken].map(([language, people]) => `没有会${language}的采集员，${people}人的采集要请带队村干部翻译。`),
    ...(large > 0 ? [`有${large}处的人数超过一个人的份额，要平均就得按组拆分。`] : []),
    ...(nobody > 0 ? [`有${nobody}人所在的村没有可派的采集员，请增加人手或放宽范围。`] : []),
  ];
}
