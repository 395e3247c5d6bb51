import { listPersonas as operation } from '@/domain/operations/account/account';
import { Problem } from '@/domain/problem';
import { handleAnyone } from '../runtime/handle';
import { personas } from '../store/queries/accounts';

/** The seeded people, in the local cloud only. */
export const listPersonas = handleAnyone(operation, async (_input, { db, services }) => {
  if (!services.county.localSignIn) throw new Problem('access.localOnly');
  const rows = await personas(db, services.county.countyCode);
  return {
    personas: rows.map(({ persona, name, persona_note, posts }) => ({
      persona,
      name,
      introduction: persona_note,
      posts,
    })),
  };
});
