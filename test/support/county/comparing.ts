import type { Answers } from '@/domain/form';
import { type Receipt, submitRecord } from '@/domain/operations/collecting/collect';
import { comparisons } from '@/domain/operations/collecting/comparison';
import { atTheDoor, submission, working } from './forms';
import { type County, home } from './index';

/** The resident has declared one income, the enumerator comes with another: two answers lie beside each other. */
export async function twoAnswers(
  county: County,
  said: Answers = { income: 5000 },
  met: Answers = { income: 2000 }
): Promise<{ comparisonId: string; version: number; liveVersion: number; late: Receipt }> {
  await county
    .as('resident')
    .call(submitRecord, submission(county, 'weiXiaoming', { answers: { ...working, ...said } }));
  county.clock.forward(60_000);
  const late = await county
    .as('enumerator')
    .call(
      submitRecord,
      submission(county, 'weiXiaoming', { answers: { ...working, ...atTheDoor, ...met }, mode: 'visit' })
    );
  const { items } = await county.as('townOfficer').call(comparisons, { divisionCode: home });
  const [{ comparisonId = '', version = 0 } = {}] = items;
  return { comparisonId, version, liveVersion: late.version, late };
}
