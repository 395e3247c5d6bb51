import { type County, home, newRequestId, personIdOf } from '../../support/county';
import { factory, submission } from '../../support/county/forms';
import { onPerson, onPlace, own, type Samples } from '../sample';

const personId = personIdOf('weiXiaoming');

export const collect: Samples = {
  'collect.openForm': onPerson({ personId }),
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
  'collect.employers': onPlace({ villageCode: home }),
  'collect.openEmployer': onPlace({ villageCode: home }),
  'collect.submitEmployer': onPlace((county: County) => ({
    submissionId: newRequestId(),
    villageCode: home,
    formVersion: 1,
    baseVersion: 0,
    answers: factory(),
    collectedAt: county.clock.now().toISOString(),
  })),
};
