-- Files of doubtful rows that were handed out: they hold identity, so they are not kept once their address has expired.
CREATE TABLE import_download (
  county_code text NOT NULL,
  file_id     text NOT NULL,
  run_id      text NOT NULL,
  taken_by    text NOT NULL,
  expires_at  timestamptz NOT NULL,
  PRIMARY KEY (county_code, file_id)
);
