import { submitRecord } from '@/domain/operations/collecting/collect';
import { employers, submitEmployer } from '@/domain/operations/collecting/employer';
import { type County, home, newRequestId, personIdOf } from '../../support/county';
import { twoAnswers } from '../../support/county/comparing';
import { factory, submission } from '../../support/county/forms';
import { phoneOf } from '../../support/county/phone';
import { rescueInput } from '../../support/county/rescue';
import { paperParts, photo, signedOnPaper } from '../../support/county/signed-paper';
import { onPerson, onPlace, own, type Samples } from '../sample';

const personId = personIdOf('weiXiaoming');

const employerForm = (county: County) => ({
  submissionId: newRequestId(),
  villageCode: home,
  formVersion: 1,
  baseVersion: 0,
  answers: factory(),
  collectedAt: county.clock.now().toISOString(),
});

/** The village's factory, collected the first time somebody asks. */
async function collectedEmployer(county: County): Promise<string> {
  const enumerator = county.as('enumerator');
  const { items } = await enumerator.call(employers, { villageCode: home });
  return items[0]?.employerId ?? (await enumerator.call(submitEmployer, employerForm(county))).employerId;
}

export const collect: Samples = {
  'collect.openForm': onPerson({ personId }),
  'collect.takeAlong': onPlace({ villageCode: home }),
  'collect.submitRecord': onPerson((county: County) => submission(county, 'weiXiaoming')),
  'collect.history': onPerson({ personId }),
  'collect.receipt': onPerson({ personId }),
  'collect.paper': onPerson({ personId }),
  'collect.mySubmissions': own(),
  'collect.recordVisit': onPerson((county: County) => ({
    visitId: newRequestId(),
    personId,
    channel: 'visit',
    outcome: '11',
    at: county.clock.now().toISOString(),
  })),
  'collect.attachPaper': onPerson((county: County) => paperParts(county, personId, photo(2_000))[0]),
  'collect.signedPapers': onPerson({ personId }),
  'collect.signedPaper': onPerson(async (county: County) => ({ attachmentId: await signedOnPaper(county) })),
  'collect.sync': own((county: County) => {
    const at = county.clock.now().toISOString();
    return { phoneId: newRequestId(), sentAt: at, monotonic: 1, boot: 'one', waiting: 0, entries: [] };
  }),
  'collect.comparisons': onPlace({ divisionCode: home }),
  'collect.comparison': onPerson(async (county: County) => ({ comparisonId: (await twoAnswers(county)).comparisonId })),
  'collect.settleComparison': onPerson(async (county: County) => {
    const { comparisonId, version, liveVersion } = await twoAnswers(county);
    return { comparisonId, version, liveVersion, choices: { income: 'late' }, reason: '向本人核实' };
  }),
  'collect.heldEntries': onPlace({ divisionCode: home }),
  'collect.dropHeld': onPlace(async (county: County) => {
    const phone = phoneOf(county, 'enumerator');
    const entry = phone.did(submitRecord, submission(county, 'weiXiaoming'), { after: [newRequestId()] });
    await phone.send(entry);
    return { entryId: entry.id, reason: '手机已遗失' };
  }),
  'collect.importRescue': onPlace((county: County) => rescueInput(county, 'enumerator', [])),
  'collect.employers': onPlace({ villageCode: home }),
  'collect.openEmployer': onPlace({ villageCode: home }),
  'collect.employerPaper': onPlace(async (county: County) => ({ employerId: await collectedEmployer(county) })),
  'collect.submitEmployer': onPlace(employerForm),
};
