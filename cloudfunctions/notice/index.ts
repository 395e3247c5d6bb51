import { serve } from '../runtime/serve';
import { wire } from '../wire';
import { listMissing } from './missing';
import { listNotices, publishNotice, readNotice, showNotice, withdrawNotice } from './notices';
import { letterDraft } from './paper/letter-draft';
import { boardSheet, noticeCounts, poster } from './paper/sheets';
import { remind } from './remind';
import { myReminders, openReminder, remindResult, rungEffects } from './reminders';
import { recordChoice } from './slips/record-choice';
import { reissueSlip, slipList, slipSheets } from './slips/slips';

/** What is made public, and who is reminded. */
export const main = serve(
  [
    letterDraft,
    publishNotice,
    withdrawNotice,
    listNotices,
    readNotice,
    showNotice,
    noticeCounts,
    poster,
    boardSheet,
    listMissing,
    remind,
    remindResult,
    myReminders,
    openReminder,
    rungEffects,
    slipList,
    slipSheets,
    reissueSlip,
    recordChoice,
  ],
  { wire }
);
