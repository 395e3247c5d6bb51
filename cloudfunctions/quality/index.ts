import { serve } from '../runtime/serve';
import { wire } from '../wire';
import { dailyLeads, noteLead } from './daily-leads';
import { acceptRecords, confirmRecords, reopenRecord } from './decide';
import { liveBoard } from './live-board';
import { returnRecord } from './return-record';
import { returnedToMe } from './returned-to-me';
import { reviewList } from './review-list';

/** A second pair of eyes on what was collected. */
export const main = serve(
  [
    reviewList,
    confirmRecords,
    acceptRecords,
    returnRecord,
    reopenRecord,
    returnedToMe,
    dailyLeads,
    noteLead,
    liveBoard,
  ],
  { wire }
);
