import { correctionStates, correctionTopics } from '@/domain/operations/collecting/corrections';
import type { Place, Secrecy } from '../secrecy';
import type { CorrectionRow } from '../store/queries/secrecy/corrections';

/** What somebody asked to have put right; the words may hold a number, so they lie sealed. */
export const correctionPlace = (county: string, correctionId: string): Place => ({
  county,
  table: 'correction',
  row: correctionId,
  column: 'sealed',
});

export const correctionOf = (row: CorrectionRow, county: string, secrecy: Secrecy) => {
  const topic = isTopic(row.topic) ? row.topic : ('other' as const);
  return {
    correctionId: row.correction_id,
    personId: row.person_id,
    topic,
    topicLabel: correctionTopics[topic],
    text: secrecy.open(row.sealed, correctionPlace(county, row.correction_id)),
    state: row.state,
    stateLabel: correctionStates[row.state],
    askedAt: row.asked_at,
    steps: row.steps,
  };
};

const isTopic = (topic: string): topic is keyof typeof correctionTopics => Object.hasOwn(correctionTopics, topic);
