import { serve } from '../runtime/serve';
import { wire } from '../wire';
import { cancelJob, listJobs, resumeJob, showJob } from './jobs';
import { timers } from './timers';

/** Long work, and what the clock starts. */
export const main = serve([listJobs, showJob, cancelJob, resumeJob], { timers, wire });
