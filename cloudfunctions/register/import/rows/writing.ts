import type { Services } from '../../../runtime/services';
import type { Db } from '../../../store/port';
import type { ImportRun } from '../../../store/queries/register/import-runs';

/** What everything that writes a page needs. */
export interface Writing {
  db: Db;
  run: ImportRun;
  services: Services;
  now: Date;
}
