import type { Services } from '../../runtime/services';
import { endExport, expiredExports } from '../../store/queries/secrecy/exports';

/** Deletes files whose time is over, then says so; fired twice it does nothing twice. */
export async function expireExports({ store, county, edges, clock }: Services): Promise<void> {
  const over = await store.read((db) => expiredExports(db, county.countyCode, clock.now()));
  for (const { export_id, file_id } of over) {
    if (file_id !== null) await edges.files.delete([file_id]);
    await store.transaction((db) => endExport(db, county.countyCode, export_id, 'expired'));
  }
}
