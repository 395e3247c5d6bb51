import { home, postIdOf } from '../../support/county';
import { onPlace, own, type Samples } from '../sample';

const lease = { assignmentId: `s_enumerator_${home}`, version: 1 };

export const assignment: Samples = {
  'assignment.mine': own(),
  'assignment.ofDivision': onPlace({ divisionCode: home }),
  'assignment.enumerators': onPlace({ divisionCode: home }),
  'assignment.assign': onPlace({ postId: postIdOf('otherEnumerator'), villageCode: home }),
  'assignment.takeBack': onPlace({ ...lease, reason: '换人负责' }),
  'assignment.handBack': own({ ...lease, reason: '语言不通' }),
  'assignment.extend': onPlace({ ...lease, until: '2018-06-30' }),
  'assignment.setLanguage': onPlace({ villageCode: home, language: '水语' }),
  'assignment.previewBalance': onPlace({ divisionCode: home }),
  'assignment.badgeSheet': onPlace({ postId: postIdOf('enumerator') }),
  'assignment.applyBalance': onPlace({ divisionCode: home, digest: 'f'.repeat(64), reason: '首次分派' }),
};
