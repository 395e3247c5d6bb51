import fc from 'fast-check';
import { type ShareWish, shareWork, type Worker, type WorkPart } from '@/domain/campaign/assignment';
import { villages } from '@/domain/divisions';

const codes = villages().map(({ code }) => code);

/** Villages one after another, each cut into groups of the given loads. */
function partsOf(loads: readonly (readonly number[])[], change: Partial<WorkPart> = {}): WorkPart[] {
  return loads.flatMap((groups, village) =>
    groups.map((load, order) => ({
      id: `${codes[village]}/${order}`,
      village: codes[village] ?? '',
      part: `${order + 1}组`,
      load,
      order,
      ...change,
    }))
  );
}

const workers = (count: number, languages: readonly string[] = []): Worker[] =>
  Array.from({ length: count }, (_, place) => ({ id: `e${String(place).padStart(3, '0')}`, languages }));

const heldAs = (wish: ShareWish): WorkPart[] => {
  const to = new Map(shareWork(wish).moves.map((move) => [move.part.id, move.to]));
  return wish.parts.map((part) => ({ ...part, holder: to.get(part.id) ?? part.holder ?? null }));
};

/** Groups of 40–100 people, villages of up to 30 groups; about 2,000 people an enumerator. */
const fineGrained = fc
  .array(fc.array(fc.integer({ min: 40, max: 100 }), { minLength: 5, maxLength: 30 }), { minLength: 3, maxLength: 25 })
  .map((loads) => {
    const parts = partsOf(loads);
    const people = parts.reduce((sum, { load }) => sum + load, 0);
    return { parts, workers: workers(Math.max(1, Math.floor(people / 2000))) };
  });

describe('sharing work out for the first time', () => {
  test('everybody gets his share within five percent, and every part goes to exactly one', () => {
    fc.assert(
      fc.property(fineGrained, (wish) => {
        const plan = shareWork(wish);
        expect(plan.imbalance.after).toBeLessThanOrEqual(0.05);
        expect(plan.moves).toHaveLength(wish.parts.length);
        expect(new Set(plan.moves.map(({ part }) => part.id)).size).toBe(wish.parts.length);
        for (const { id, after } of plan.loads) {
          const own = plan.moves.filter(({ to }) => to === id).reduce((sum, { part }) => sum + part.load, 0);
          expect(after).toBe(own);
        }
        expect(plan.unassigned).toEqual([]);
        expect(plan.remarks).toEqual([]);
      })
    );
  });

  test('the parts of a village stay together: hardly more people in a village than its size needs', () => {
    fc.assert(
      fc.property(fineGrained, (wish) => {
        const plan = shareWork(wish);
        const pairs = new Set(plan.moves.map(({ part, to }) => part.village + to)).size;
        const villageCount = new Set(wish.parts.map(({ village }) => village)).size;
        expect(pairs).toBeLessThanOrEqual(villageCount + 2 * wish.workers.length);
      })
    );
  });

  test('the order in which parts and people are listed does not matter', () => {
    fc.assert(
      fc.property(fineGrained, ({ parts, workers: people }) => {
        const plan = shareWork({ parts, workers: people });
        expect(shareWork({ parts: [...parts].reverse(), workers: [...people].reverse() })).toEqual(plan);
      })
    );
  });

  test('whoever works half the time gets half a share', () => {
    const [one, two, three] = workers(3);
    if (!one || !two || !three) throw new Error('three people');
    const plan = shareWork({
      parts: partsOf(Array.from({ length: 10 }, () => Array(10).fill(50))),
      workers: [one, two, { ...three, capacity: 0.5 }],
    });
    expect(plan.ideal).toBe(2000);
    expect(plan.loads.map(({ ideal }) => ideal)).toEqual([2000, 2000, 1000]);
    expect(plan.imbalance.after).toBeLessThanOrEqual(0.05);
  });

  test('a stretch ends between two villages, or two cadres, rather than inside one cadre’s groups', () => {
    const parts = partsOf([
      [100, 100, 100, 100, 100, 100, 100, 100, 100, 95],
      [100, 100, 100, 100, 100, 100, 100, 100, 100, 105],
    ]);
    const plan = shareWork({ parts, workers: workers(2) });
    expect(new Set(plan.moves.map(({ part, to }) => part.village + to)).size).toBe(2);

    const led = partsOf([
      [100, 100, 100, 100, 100, 100, 100, 100, 100, 90, 20, 100, 100, 100, 100, 100, 100, 100, 100, 100],
    ]).map((part, place) => ({ ...part, cadre: place < 10 ? '韦主任' : '潘主任' }));
    const byCadre = shareWork({ parts: led, workers: workers(2) });
    expect(new Set(byCadre.moves.map(({ part, to }) => part.cadre + to)).size).toBe(2);
  });
});

describe('who is sent where', () => {
  const shui = partsOf(
    Array.from({ length: 6 }, () => Array(10).fill(50)),
    { language: '水语' }
  );
  const buyi = partsOf(Array.from({ length: 10 }, () => Array(10).fill(50)))
    .slice(60)
    .map((part) => ({ ...part, language: '布依语' }));
  const parts = [...shui, ...buyi];

  test('only those who speak the language of a village go there, and the load is still even', () => {
    const people = [
      ...workers(3, ['汉语', '水语']),
      { id: 'x1', languages: ['汉语', '布依语'] },
      { id: 'x2', languages: ['水语', '布依语'] },
    ];
    const plan = shareWork({ parts, workers: people });
    const byId = new Map(people.map((worker) => [worker.id, worker]));
    for (const { part, to } of plan.moves) expect(byId.get(to)?.languages).toContain(part.language);
    expect(plan.imbalance.after).toBeLessThanOrEqual(0.05);
    expect(plan.remarks).toEqual([]);
  });

  test('too few who speak it: they take all of it, and the plan says it is uneven', () => {
    const plan = shareWork({ parts, workers: [...workers(4, ['水语']), { id: 'x1', languages: ['布依语'] }] });
    expect(plan.moves.filter(({ part, to }) => part.language === '布依语' && to !== 'x1')).toEqual([]);
    expect(plan.imbalance.after).toBeGreaterThan(0.05);
    expect(plan.remarks.join()).toContain('不能更平均');
  });

  test('nobody speaks it: anyone goes, and the plan asks for the cadre to interpret', () => {
    const plan = shareWork({ parts, workers: workers(5, ['水语']) });
    expect(plan.unassigned).toEqual([]);
    expect(plan.imbalance.after).toBeLessThanOrEqual(0.05);
    expect(plan.remarks).toEqual(['没有会布依语的采集员，2000人的采集要请带队村干部翻译。']);
  });

  test('nobody goes outside the places he can be sent to', () => {
    const [first, ...others] = workers(3);
    if (!first) throw new Error('three people');
    const town = '522732001';
    const plan = shareWork({ parts, workers: [{ ...first, scopes: [town] }, ...others] });
    for (const { part, to } of plan.moves) if (to === first.id) expect(part.village.startsWith(town)).toBe(true);
    const only = shareWork({ parts, workers: [{ ...first, scopes: ['522732116'] }] });
    expect(only.unassigned).toHaveLength(parts.length);
    expect(only.remarks.join()).toContain('没有可派的采集员');
  });

  test('a village that may not be split and is too large is named, not hidden', () => {
    const plan = shareWork({ parts: partsOf([[4400], [500], [500]]), workers: workers(3) });
    expect(plan.loads.map(({ after }) => after).sort((a, b) => b - a)[0]).toBe(4400);
    expect(plan.remarks.join()).toContain('按组拆分');
  });

  test('nobody to send: nothing is given, and the plan says so', () => {
    const plan = shareWork({ parts, workers: [] });
    expect(plan.moves).toEqual([]);
    expect(plan.unassigned).toHaveLength(parts.length);
    expect(plan.remarks).toContain('没有可分派的采集员。');
  });

  test('nothing left to do is shared in peace', () => {
    expect(shareWork({ parts: [], workers: workers(2) })).toMatchObject({
      moves: [],
      imbalance: { before: 0, after: 0 },
    });
    expect(shareWork({ parts: partsOf([[0, 0]]), workers: workers(2) }).imbalance.after).toBe(0);
  });
});

describe('when work is already shared', () => {
  test('a balanced county stays as it is', () => {
    fc.assert(
      fc.property(fineGrained, (wish) => {
        expect(shareWork({ ...wish, parts: heldAs(wish) }).moves).toEqual([]);
      })
    );
  });

  test('somebody leaves: exactly his parts move, each once, and to others', () => {
    fc.assert(
      fc.property(fineGrained, fc.nat(50), (wish, pick) => {
        fc.pre(wish.workers.length > 1);
        const leaving = wish.workers[pick % wish.workers.length]?.id ?? '';
        const parts = heldAs(wish);
        const plan = shareWork({ ...wish, parts, leaving });
        const his = parts.filter(({ holder }) => holder === leaving);
        expect(plan.moves.map(({ part }) => part.id).sort()).toEqual(his.map(({ id }) => id).sort());
        for (const { from, to } of plan.moves) expect([from, to === leaving]).toEqual([leaving, false]);
        expect(plan.unassigned).toEqual([]);
      })
    );
  });

  test('somebody leaves a large team: the others are still within five percent of the new ideal', () => {
    const wish = { parts: partsOf(Array.from({ length: 60 }, () => Array(10).fill(80))), workers: workers(24) };
    const plan = shareWork({ ...wish, parts: heldAs(wish), leaving: 'e007' });
    expect(plan.imbalance.after).toBeLessThanOrEqual(0.05);
    expect(plan.loads).toHaveLength(23);
  });

  test('two join: they get a share, and most of the work stays where it is', () => {
    const wish = { parts: partsOf(Array.from({ length: 60 }, () => Array(10).fill(80))), workers: workers(24) };
    const parts = heldAs(wish);
    const plan = shareWork({
      parts,
      workers: [...wish.workers, { id: 'n1', languages: [] }, { id: 'n2', languages: [] }],
    });
    expect(plan.imbalance.before).toBe(1);
    expect(plan.imbalance.after).toBeLessThanOrEqual(0.05);
    expect(plan.moves.length).toBeLessThan(parts.length / 4);
  });

  test('a holder who is no longer on the list loses his parts to those who are', () => {
    const wish = {
      parts: partsOf(
        [
          [50, 50],
          [50, 50],
        ],
        { holder: 'gone' }
      ),
      workers: workers(2),
    };
    expect(shareWork(wish).moves.map(({ from }) => from)).toEqual(['gone', 'gone', 'gone', 'gone']);
  });
});

test('400,000 people among 200 enumerators in well under five seconds', () => {
  const parts = partsOf(Array.from({ length: 91 }, (_, village) => Array(30).fill(130 + (village % 40))));
  const started = Date.now();
  const plan = shareWork({ parts, workers: workers(200) });
  expect(Date.now() - started).toBeLessThan(5000);
  expect(plan.loads.reduce((sum, { after }) => sum + after, 0)).toBeGreaterThan(400_000);
  expect(plan.imbalance.after).toBeLessThanOrEqual(0.05);
});
