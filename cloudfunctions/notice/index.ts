import { serve } from '../runtime/serve';
import { wire } from '../wire';
import { letterDraft } from './letter-draft';
import { listMissing } from './missing';
import { listNotices, publishNotice, readNotice, showNotice, withdrawNotice } from './notices';
import { remind } from './remind';
import { myReminders, openReminder, remindResult, rungEffects } from './reminders';
import { boardSheet, noticeCounts, poster } from './sheets';

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
  ],
  { wire }
);
