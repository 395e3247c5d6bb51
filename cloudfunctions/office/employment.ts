import { places } from '@/domain/access';
import { employmentFigures } from '@/domain/campaign';
import { type CodeListId, codeLabel } from '@/domain/codes';
import type { formModes } from '@/domain/operations/collecting/collect';
import * as operations from '@/domain/operations/office/progress';
import { handle } from '../runtime/handle';
import { childrenOf, shortName } from '../runtime/places';
import { countersUnder } from '../store/queries/office/figures';

/** Work, class, outcome and way of answering of those counted, by the definitions of the labour force survey. */
export const employment = handle(operations.employment, {
  concerns: ({ divisionCode }) => places(divisionCode),
  async act({ divisionCode }, { db, actor, services }) {
    const children = childrenOf(services.county, divisionCode);
    const length = children[0]?.length ?? divisionCode.length;
    const counters = await countersUnder(db, actor.countyCode, divisionCode, length);
    const all: Record<string, number> = {};
    for (const one of counters.values()) {
      for (const [measure, value] of Object.entries(one)) all[measure] = (all[measure] ?? 0) + value;
    }
    return {
      states: slices(all, 'employment', labelIn('lfs_result')),
      classes: slices(all, 'class', labelIn('population_class')),
      outcomes: slices(all, 'outcome', labelIn('contact_outcome')),
      modes: slices(all, 'mode', (code) => new Map<string, string>(Object.entries(modeLabels)).get(code) ?? code),
      children: children.map((code) => {
        const own = counters.get(code) ?? {};
        const figures = employmentFigures({ E: own.employment_E, U: own.employment_U, N: own.employment_N });
        const { employed, unemployed, outside, unemploymentRate } = figures;
        const name = shortName(services.county, code);
        return { divisionCode: code, name, employed, unemployed, outside, unemploymentRate };
      }),
    };
  },
});

/** How the live record came in. */
export const modeLabels = {
  self: '本人自报',
  family: '家属代报',
  visit: '上门采集',
  phone: '电话采集',
} as const satisfies Record<(typeof formModes)[number], string>;

export const labelIn =
  (list: CodeListId) =>
  (code: string): string =>
    code === 'none' ? '还没有分类' : (codeLabel(list, code) ?? code);

/** The measures `kind_code` as parts of a whole, in the order of their codes. */
function slices(counters: Readonly<Record<string, number>>, kind: string, label: (code: string) => string) {
  return Object.entries(counters)
    .filter(([measure, people]) => measure.startsWith(`${kind}_`) && people > 0)
    .map(([measure, people]) => ({ code: measure.slice(kind.length + 1), people }))
    .sort((one, other) => (one.code < other.code ? -1 : 1))
    .map(({ code, people }) => ({ code, label: label(code), people }));
}
