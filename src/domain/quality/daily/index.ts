export { dailyLeads } from './leads';
export { secondsAtForm } from './times';
export { type DailyLead, type DailyLimits, type DailyRecord, type LeadKind, leadKinds, startingLimits } from './types';
