import type { LeadOutcome } from '@/domain/operations/office/quality';
import type { Db } from '../../port';

export interface LeadNote {
  outcome: LeadOutcome;
  words: string;
  by: string;
  at: string;
}

/** What people wrote beside the leads of a day: lead id → notes, newest first. */
export async function notesOfDay(db: Db, countyCode: string, day: string): Promise<Map<string, LeadNote[]>> {
  const rows = await db.query<LeadNote & { leadId: string }>(
    `SELECT lead_id AS "leadId", outcome, words, by_words AS by, at FROM lead_note
     WHERE county_code = $1::text AND day = $2::date ORDER BY note_id DESC`,
    [countyCode, day]
  );
  const notes = new Map<string, LeadNote[]>();
  for (const { leadId, ...note } of rows) notes.set(leadId, [...(notes.get(leadId) ?? []), note]);
  return notes;
}

interface NewNote extends Omit<LeadNote, 'at'> {
  noteId: string;
  leadId: string;
  day: string;
  villageCode: string;
  accountId: string;
  now: Date;
}

export const addLeadNote = (db: Db, countyCode: string, note: NewNote): Promise<number> =>
  db.run(
    `INSERT INTO lead_note (county_code, note_id, lead_id, day, village_code, outcome, words, account_id, by_words, at)
     VALUES ($1::text, $2::text, $3::text, $4::date, $5::text, $6::text, $7::text, $8::text, $9::text, $10::timestamptz)`,
    [
      countyCode,
      note.noteId,
      note.leadId,
      note.day,
      note.villageCode,
      note.outcome,
      note.words,
      note.accountId,
      note.by,
      note.now,
    ]
  );
