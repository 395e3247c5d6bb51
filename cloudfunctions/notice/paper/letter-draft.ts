import { places } from '@/domain/access';
import { collectingPhase, draftLetter } from '@/domain/campaign';
import { localDay } from '@/domain/identity';
import { letterDraft as operation } from '@/domain/operations/publicity/notice';
import { handle } from '../../runtime/handle';
import { knownPlace, shortName } from '../../runtime/places';
import { enumeratorsIn } from '../../store/queries/assignment/assignments';
import { readPhases } from '../../store/queries/office/phases';
import { publicityIn } from './publicity';

/** Filled with what the county knows of the place; the officer changes the words before it goes up. */
export const letterDraft = handle(operation, {
  concerns: ({ divisionCode }) => places(divisionCode),
  async act({ divisionCode, kind }, { db, actor, now, services }) {
    const { county } = services;
    const { level } = knownPlace(county, divisionCode);
    const { document, collector, callback } = await publicityIn(db, actor.countyCode, divisionCode);
    const collecting = collectingPhase(await readPhases(db, actor.countyCode));
    const today = localDay(now);
    const village = level === 'village' ? shortName(county, divisionCode) : undefined;
    const town = level === 'county' ? undefined : shortName(county, divisionCode.slice(0, 9));
    return draftLetter(kind, {
      county: '三都县',
      ...(town === undefined ? {} : { town }),
      ...(village === undefined ? {} : { village }),
      issuer: issuerOf(level, village ?? town ?? '三都水族自治县'),
      document,
      collector,
      startsOn: collecting?.startsOn ?? today,
      endsOn: collecting?.endsOn ?? today,
      callback,
      enumerators: level === 'village' ? await enumeratorsIn(db, actor.countyCode, divisionCode, now) : [],
    });
  },
});

function issuerOf(level: 'county' | 'town' | 'village', name: string): string {
  if (level === 'county') return `${name}就业局`;
  if (level === 'town') return `${name}${name.endsWith('街道') ? '办事处' : '人民政府'}`;
  return name.endsWith('社区') ? `${name}居民委员会` : `${name}村民委员会`.replace('村村民', '村民');
}
