import type { Store } from '../../cloudfunctions/store/port';

/**
 * Gives everyone a record who has none yet, with the answers of those who have: so a county of any size is full. What
 * is sealed is the same for all of them and opens for nobody but the first; an export that opens nothing does not care.
 */
export async function recordsForAll(store: Store): Promise<number> {
  await store.read((db) =>
    db.script(`
    CREATE TABLE sample_version AS
      SELECT row_number() OVER () - 1 AS place, v.* FROM record_version v
      JOIN record r ON r.county_code = v.county_code AND r.record_id = v.record_id AND r.form_id = 'personal'
      WHERE v.answers ? 'jobForm' LIMIT 500;
    INSERT INTO record (county_code, record_id, form_id, subject_id, village_code, version, receipt_no, mode, updated_at)
      SELECT p.county_code, 'r_' || p.person_id, 'personal', p.person_id, p.village_code, 1, 'R' || p.person_id, 'visit', now()
      FROM person p WHERE NOT EXISTS (SELECT 1 FROM record r
        WHERE r.county_code = p.county_code AND r.form_id = 'personal' AND r.subject_id = p.person_id);
    INSERT INTO record_version (county_code, record_id, version, base_version, form_version, answers, sealed, mode,
        author_account, author_post, author_name, submission_id, receipt_no, collected_at, received_at)
      SELECT n.county_code, n.record_id, 1, 0, 1, s.answers, s.sealed, 'visit', s.author_account, s.author_post,
        s.author_name, n.record_id, n.receipt_no, now(), now()
      FROM (SELECT row_number() OVER (ORDER BY r.record_id) AS place, r.* FROM record r
        WHERE NOT EXISTS (SELECT 1 FROM record_version v
          WHERE v.county_code = r.county_code AND v.record_id = r.record_id)) n
      JOIN sample_version s ON s.place = n.place % (SELECT count(*) FROM sample_version);
    DROP TABLE sample_version;
    ANALYZE record; ANALYZE record_version;`)
  );
  const row = await store.read((db) =>
    db.one<{ records: number }>(`SELECT count(*)::int AS records FROM record WHERE form_id = 'personal'`)
  );
  return row?.records ?? 0;
}
