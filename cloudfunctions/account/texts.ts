import { own, undertakingText } from '@/domain/access';
import { consentText } from '@/domain/campaign/consent';
import * as operations from '@/domain/operations/account/account';
import { doneReply } from '@/domain/operations/shapes';
import { Problem } from '@/domain/problem';
import { residentPost } from '../runtime/actor';
import { handle, handleAnyone } from '../runtime/handle';
import { acceptUndertaking as accept, agreeConsent as agree } from '../store/queries/accounts';

const plain = ({ version, title, sections }: typeof consentText | typeof undertakingText) => ({
  version,
  title,
  sections: sections.map(({ heading, paragraphs }) => ({ heading, paragraphs: [...paragraphs] })),
});

export const readConsentText = handleAnyone(operations.readConsentText, async () => plain(consentText));

export const readUndertakingText = handle(operations.readUndertakingText, {
  concerns: () => own,
  act: async () => plain(undertakingText),
});

/** Only the version that holds now can be agreed to. */
export const agreeConsent = handle(operations.agreeConsent, {
  concerns: () => own,
  async act({ version }, { actor, db, now, note }) {
    if (version !== consentText.version) throw new Problem('state.changed', { what: '告知书' });
    await agree(db, actor.countyCode, actor.accountId, version, now);
    note({ details: { version } });
    return doneReply;
  },
});

/** For the post of the call; a resident has none. */
export const acceptUndertaking = handle(operations.acceptUndertaking, {
  concerns: () => own,
  async act({ version }, { actor, db, now, note }) {
    if (actor.postId === residentPost) throw new Problem('access.verb', { verb: '确认保密承诺书' });
    if (version !== undertakingText.version) throw new Problem('state.changed', { what: '保密承诺书' });
    await accept(db, actor.countyCode, actor.postId, actor.accountId, version, now);
    note({ details: { version } });
    return doneReply;
  },
});
