-- Who did what to whom, when and why: append-only, chained per county, with a head kept for each day.

CREATE TABLE audit_entry (
  county_code text NOT NULL,
  entry_id    text NOT NULL,
  -- The clock of the call; part of the digest.
  at          timestamptz NOT NULL,
  account_id  text NOT NULL,
  post_id     text NOT NULL,
  role        text NOT NULL,
  actor_name  text NOT NULL,
  act         text NOT NULL,
  subject     text NOT NULL,
  place       text NOT NULL,
  reason      text NOT NULL,
  details     jsonb NOT NULL,
  request_id  text NOT NULL,
  -- SM3 of the canonical JSON of the columns above.
  digest      bytea NOT NULL,
  -- The server's clock, for the sealer only: the clock of a call may be set back, this one orders the work.
  written_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (county_code, entry_id)
);
CREATE INDEX audit_entry_written ON audit_entry (county_code, written_at, entry_id);
CREATE INDEX audit_entry_at ON audit_entry (county_code, at, entry_id);
CREATE INDEX audit_entry_subject ON audit_entry (county_code, subject, at) WHERE subject <> '';
CREATE INDEX audit_entry_account ON audit_entry (county_code, account_id, at);

CREATE TABLE audit_chain (
  county_code text NOT NULL,
  seq         bigint NOT NULL,
  entry_id    text NOT NULL,
  digest      bytea NOT NULL,
  prev_hash   bytea NOT NULL,
  hash        bytea NOT NULL,
  PRIMARY KEY (county_code, seq),
  CONSTRAINT audit_chain_entry UNIQUE (county_code, entry_id)
);

-- The last link at the close of a day. Published on the notice board, it makes a chain cut short visible.
CREATE TABLE audit_head (
  county_code text NOT NULL,
  day         date NOT NULL,
  seq         bigint NOT NULL,
  hash        bytea NOT NULL,
  PRIMARY KEY (county_code, day)
);

CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'audit rows are append-only' USING ERRCODE = '42501';
END
$$;

CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
CREATE TRIGGER audit_chain_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_chain
  FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
CREATE TRIGGER audit_head_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_head
  FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
