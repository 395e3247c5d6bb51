import type { Answers } from '../declare/context';
import type { FormDefinition } from '../declare/form';

/** Whether answers of that version are taken; the caller answers with its problem of the same name. */
export type VersionState = 'current' | 'upgradable' | 'expired' | 'unknown';

export function versionState(form: FormDefinition, version: number): VersionState {
  if (!Number.isInteger(version) || version < 1 || version > form.version) return 'unknown';
  if (version < form.acceptsFrom) return 'expired';
  return version === form.version ? 'current' : 'upgradable';
}

/**
 * Brings answers, whole or half-filled, from an older version to this one, step by step. Keys the form no longer has
 * are left for `normalize` to drop. An expired version upgrades too: a draft must survive, only sending is refused.
 */
export function upgrade(form: FormDefinition, answers: Answers, fromVersion: number): Answers {
  let upgraded = answers;
  for (let version = fromVersion; version < form.version; version += 1)
    upgraded = form.upgrades[version]?.(upgraded) ?? upgraded;
  return upgraded;
}
