export { dailyLeads } from './leads';
export { secondsAtForm } from './times';
export {
  allLeadKinds,
  type DailyLead,
  type DailyLimits,
  type DailyRecord,
  type LeadKind,
  leadKinds,
  startingLimits,
} from './types';
