import type { Clock } from '../runtime/clock';
import { newId } from '../runtime/ids';
import type { Store } from '../store/port';
import type { Message, Messages, SendResult } from './ports';
import { type PlacedTexts, placeTexts } from './texts';

/** One way to the person: WeChat, or locally nothing but the outtray. */
export type Deliver = (message: Message, texts: PlacedTexts) => Promise<SendResult>;

interface Recording {
  store: Store;
  clock: Clock;
  countyCode: string;
}

/**
 * Sends through `deliver` and leaves one row in `message`, whatever came of it; the outtray page shows these rows.
 * A message that was taken uses up one of the person's consents.
 */
export function recordedMessages(deliver: Deliver, { store, clock, countyCode }: Recording): Messages {
  return {
    async send(message) {
      const texts = placeTexts(message);
      const result = texts === undefined ? 'invalid' : await deliver(message, texts);
      const now = clock.now();
      await store.transaction(async (db) => {
        await db.run(insertMessage, [
          countyCode,
          newId('msg', now),
          message.accountId,
          message.template,
          message.page,
          // Texts that were refused may hold identity, so they are not kept either.
          texts ?? {},
          result,
          now,
        ]);
        if (result === 'sent') await db.run(useConsent, [countyCode, message.accountId, message.template, now]);
      });
      return result;
    },
  };
}

const insertMessage = `INSERT INTO message (county_code, message_id, account_id, template, page, data, result, at)
  VALUES ($1::text, $2::text, $3::text, $4::text, $5::text, $6::jsonb, $7::text, $8::timestamptz)`;

const useConsent = `UPDATE subscription SET remaining = remaining - 1, updated_at = $4::timestamptz
  WHERE county_code = $1::text AND account_id = $2::text AND template = $3::text AND remaining > 0`;
