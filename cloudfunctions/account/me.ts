import { isStaff, own, roles, undertakingText } from '@/domain/access';
import { consentText } from '@/domain/campaign/consent';
import { closedWhy, collectingPhase, phaseOn } from '@/domain/campaign/phases';
import { me as operation } from '@/domain/operations/account/account';
import { villageOf } from '../people/villages';
import { dayInChina } from '../runtime/clock';
import { handle } from '../runtime/handle';
import { editionOf, placeName } from '../runtime/places';
import type { CountySettings } from '../runtime/services';
import { lastConsent, type PostRow, postsOf } from '../store/queries/accounts';
import { readPhases } from '../store/queries/office/phases';
import { type OwnPersonRow, ownPersons } from '../store/queries/people/own-persons';
import { relationLabel } from './relations';

/** Who I am, in which posts, for whom I answer, and what I have still to agree to. */
export const me = handle(operation, {
  concerns: () => own,
  async act(_input, { actor, db, now, services: { county } }) {
    const { countyCode, accountId } = actor;
    const today = dayInChina(now);
    const posts = await postsOf(db, countyCode, accountId, now);
    const persons = await ownPersons(db, countyCode, accountId);
    const agreed = await lastConsent(db, countyCode, accountId);
    const phases = await readPhases(db, countyCode);
    const phase = phaseOn(phases, today);
    return {
      accountId,
      name: actor.name,
      channel: actor.channel,
      postId: actor.postId,
      role: actor.role,
      posts: posts.map((post) => describePost(post, today, county)),
      persons: persons.map((person) => describePerson(person, county)),
      consent: { wanted: consentText.version, agreed },
      county: { code: countyCode, name: placeName(county, countyCode), edition: editionOf(county) },
      campaign: {
        phase: phase?.phase ?? '',
        phaseLabel: phase?.title ?? '',
        deadline: collectingPhase(phases)?.endsOn ?? null,
        closed: closedWhy(phases, 'collect', today) ?? '',
      },
      today,
    };
  },
});

const describePost = (post: PostRow, today: string, county: CountySettings) => ({
  postId: post.post_id,
  role: post.role,
  roleLabel: roles[post.role],
  title: post.title,
  organisation: post.organisation,
  badgeNo: post.badge_no,
  startsOn: post.starts_on,
  endsOn: post.ends_on,
  current: post.starts_on <= today && (post.ends_on === null || post.ends_on >= today),
  scopes: post.scopes.map((scope) => ({ ...scope, name: placeName(county, scope.code) })),
  undertaking: { wanted: isStaff(post.role) ? undertakingText.version : '', agreed: post.undertaking_version },
});

const describePerson = (row: OwnPersonRow, county: CountySettings) => ({
  personId: row.person_id,
  relation: row.relation,
  relationLabel: relationLabel(row.relation),
  name: row.name,
  idMasked: row.id_masked,
  birthDate: row.birth_date,
  populationClass: row.population_class,
  collectState: row.collect_state,
  village: villageOf(county, row.village_code),
  placing: row.placing,
  record:
    row.record_id === null || row.version === null || row.receipt_no === null || row.updated_at === null
      ? null
      : { recordId: row.record_id, version: row.version, receiptNo: row.receipt_no, updatedAt: row.updated_at },
});
