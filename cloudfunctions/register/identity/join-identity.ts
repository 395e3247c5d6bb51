import { idTypeOf, maskIdNumber, readIdNumber } from '@/domain/identity';
import type { InputOf } from '@/domain/operations/operation';
import { joinIdentity as operation } from '@/domain/operations/people/register-identity';
import { Problem } from '@/domain/problem';
import { idPlace, sealId } from '../../people/sealed';
import { dayInChina } from '../../runtime/clock';
import { type Context, handle } from '../../runtime/handle';
import { newId } from '../../runtime/ids';
import { openDuplicate } from '../../store/queries/cases';
import { findByIdIndex } from '../../store/queries/people/people';
import { findCaseOfPair } from '../../store/queries/register/duplicates';
import { changePerson, type RegisterPersonRow } from '../../store/queries/register/register-people';
import { tell } from './event';
import { concernOfPeople, lockAsSeen } from './scope';

/** A temporary identity gets its number; a number that is somebody's already opens a case and changes nothing. */
export const joinIdentity = handle(operation, {
  concerns: ({ personId }, context) => concernOfPeople(context, [personId]),
  async act(input, context) {
    const { db, actor, now, services, note } = context;
    const person = await lockAsSeen(context, input);
    if (person.id_type !== '2') throw new Problem('state.wrong', { what: '这个人', state: '已有身份证号' });
    const number = numberFor(input, person, context);
    const owner = await findByIdIndex(db, actor.countyCode, services.secrecy.indexes('idNumber', number.number));
    note({
      subject: person.person_id,
      reason: input.reason,
      details: { outcome: owner === undefined ? 'joined' : 'taken' },
    });
    if (owner !== undefined)
      return { ...(await taken(context, person, owner.person_id)), idMasked: maskIdNumber(number.number) };
    const born = 'birthDate' in number ? { sex: number.sex, birth_date: number.birthDate } : {};
    const sealed = sealId(services.secrecy, actor.countyCode, person.person_id, number.number);
    await changePerson(
      db,
      actor.countyCode,
      person.person_id,
      { ...sealed, ...born, id_type: idTypeOf[number.holder] },
      now
    );
    await tell(context, person.person_id, 'register.joinIdentity', input.reason, ['补上了公民身份号码']);
    return { outcome: 'joined' as const, idMasked: sealed.id_masked, version: person.version + 1, caseId: null };
  },
});

/** Errors: person.idNumber; register.identity when no old number was kept. */
function numberFor(
  { from, idNumber }: InputOf<typeof operation>,
  person: RegisterPersonRow,
  { services, actor, now }: Context
) {
  const reading = readIdNumber(
    from === 'upgraded' ? keptNumber(person, { services, actor }) : (idNumber ?? ''),
    dayInChina(now)
  );
  if (!reading.ok) throw new Problem('person.idNumber', { reason: reading.message });
  return reading;
}

function keptNumber(person: RegisterPersonRow, { services, actor }: Pick<Context, 'services' | 'actor'>): string {
  if (person.id_cipher === null)
    throw new Problem('register.identity', { reason: '名册里没有这个人的旧身份证号，请直接填写18位号码。' });
  return services.secrecy.open(person.id_cipher, idPlace(actor.countyCode, person.person_id));
}

async function taken({ db, actor, now }: Context, person: RegisterPersonRow, ownerId: string) {
  const { countyCode } = actor;
  await openDuplicate(db, countyCode, {
    caseId: newId('dc', now),
    kind: 'sameNumber',
    personA: person.person_id,
    personB: ownerId,
    evidence: {},
    place: person.village_code ?? '',
    at: now,
  });
  const caseId = await findCaseOfPair(db, countyCode, 'sameNumber', [person.person_id, ownerId]);
  return { outcome: 'taken' as const, version: person.version, caseId: caseId ?? null };
}
