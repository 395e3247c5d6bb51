import { serve } from '../runtime/serve';
import { wire } from '../wire';
import { dailyLeads } from './daily-leads';
import { acceptRecords, confirmRecords, reopenRecord } from './decide';
import { returnRecord } from './return-record';
import { returnedToMe } from './returned-to-me';
import { reviewList } from './review-list';

/** A second pair of eyes on what was collected. */
export const main = serve(
  [reviewList, confirmRecords, acceptRecords, returnRecord, reopenRecord, returnedToMe, dailyLeads],
  { wire }
);
