import { Problem } from '../problem';
import type { Actor, Concern } from './actor';
import { reachOf } from './grants';
import { isStaff } from './roles';
import { undertakingText } from './undertaking';
import { type Verb, verbs } from './verbs';

/**
 * True when `code` lies under one of the scopes that hold now.
 * @param parts where given, a scope on a part of the village covers only people of that part
 */
export const covers = (actor: Actor, code: string, parts?: readonly string[]): boolean =>
  code !== '' &&
  actor.scopes.some(
    (scope) => code.startsWith(scope.code) && (scope.part === '' || parts === undefined || parts.includes(scope.part))
  );

/**
 * Refuses with a problem unless the actor may use `verb` on what the call concerns.
 * @param disclosing true when the reply holds information on persons: staff then need the undertaking that holds now
 */
export function authorize(actor: Actor, verb: Verb, concern: Concern, disclosing: boolean): void {
  const reach = reachOf(actor.role, verb);
  if (reach === undefined) throw new Problem('access.verb', { verb: verbs[verb] });
  const promised = actor.undertaking === undertakingText.version;
  if (disclosing && isStaff(actor.role) && !promised) throw new Problem('access.undertaking');
  if (concern.kind === 'own') return;
  if (reach === 'self') {
    if (concern.kind === 'person' && actor.personIds.includes(concern.personId)) return;
    throw new Problem(actor.role === 'resident' ? 'person.notYours' : 'access.scope');
  }
  const touched = concern.kind === 'person' ? [concern.place] : concern.places;
  const reached = reach === 'county' ? [actor.countyCode] : touched;
  if (!reached.every((code) => covers(actor, code, concern.parts))) throw new Problem('access.scope');
}
