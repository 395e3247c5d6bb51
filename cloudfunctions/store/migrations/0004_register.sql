-- The register: imports of household registers, what they changed, doubles and merges, moves between villages.

-- What the register last said about a person: 8 bytes of digest for the place, 12 for the rest, and where it stood.
ALTER TABLE person ADD COLUMN register_digest bytea;
ALTER TABLE person ADD COLUMN register_run integer;
ALTER TABLE person ADD COLUMN register_line integer;
CREATE INDEX person_temporary ON person (county_code, name_key COLLATE "C", birth_date)
  WHERE id_type = '2' AND merged_into IS NULL;

-- By what the register tells one household from another: its number, else the head's blind index, else head and place.
ALTER TABLE household ADD COLUMN register_key text;
CREATE UNIQUE INDEX household_register ON household (county_code, register_key) WHERE register_key IS NOT NULL;

CREATE TABLE import_run (
  county_code      text NOT NULL,
  run_id           text NOT NULL,
  -- Short name of the run inside the county; people carry it.
  run_no           integer NOT NULL,
  job_id           text NOT NULL,
  file_id          text NOT NULL,
  file_name        text NOT NULL,
  sheet            text NOT NULL DEFAULT '',
  kind             text NOT NULL CHECK (kind IN ('first', 'edition')),
  edition_date     date NOT NULL,
  covers           text NOT NULL,
  division_edition date,
  mapping          jsonb NOT NULL,
  header_line      integer NOT NULL DEFAULT 0,
  headers          jsonb NOT NULL DEFAULT '[]',
  phase            text NOT NULL DEFAULT 'check' CHECK (phase IN ('check', 'rows', 'leaving', 'asking', 'heads', 'over')),
  outcome          text NOT NULL DEFAULT 'open' CHECK (outcome IN ('open', 'done', 'cancelled', 'failed')),
  problem          text NOT NULL DEFAULT '',
  total            integer,
  -- Household of the last head read, for files that tell households only by their order.
  carry            text NOT NULL DEFAULT '',
  rows_read        integer NOT NULL DEFAULT 0,
  blank            integer NOT NULL DEFAULT 0,
  added            integer NOT NULL DEFAULT 0,
  updated          integer NOT NULL DEFAULT 0,
  unchanged        integer NOT NULL DEFAULT 0,
  doubtful         integer NOT NULL DEFAULT 0,
  refused          integer NOT NULL DEFAULT 0,
  households       integer NOT NULL DEFAULT 0,
  headless         integer NOT NULL DEFAULT 0,
  unplaced         integer NOT NULL DEFAULT 0,
  came             integer NOT NULL DEFAULT 0,
  left_count       integer NOT NULL DEFAULT 0,
  moved            integer NOT NULL DEFAULT 0,
  died             integer NOT NULL DEFAULT 0,
  -- How many would leave, and the last person looked at in the sweep.
  leaving          integer NOT NULL DEFAULT 0,
  swept_to         text NOT NULL DEFAULT '',
  started_by       text NOT NULL,
  started_post     text NOT NULL,
  started_role     text NOT NULL,
  started_name     text NOT NULL,
  started_at       timestamptz NOT NULL,
  finished_at      timestamptz,
  PRIMARY KEY (county_code, run_id)
);
CREATE UNIQUE INDEX import_run_no ON import_run (county_code, run_no);
-- Two officers who import at once would each see half of the other's people.
CREATE UNIQUE INDEX import_run_one_open ON import_run (county_code) WHERE outcome = 'open';

-- Whom the run in hand met again, so that it can tell who is missing and which row came twice. Emptied by the next run.
CREATE TABLE import_seen (
  county_code text NOT NULL,
  run_no      integer NOT NULL,
  person_id   text NOT NULL,
  line        integer NOT NULL,
  outcome     text NOT NULL,
  PRIMARY KEY (county_code, run_no, person_id)
);

-- Rows that were doubtful or refused; the row itself is sealed.
CREATE TABLE import_row (
  county_code text NOT NULL,
  run_id      text NOT NULL,
  line        integer NOT NULL,
  outcome     text NOT NULL CHECK (outcome IN ('doubtful', 'refused')),
  reason      text NOT NULL,
  about       text NOT NULL DEFAULT '',
  name        text NOT NULL DEFAULT '',
  id_masked   text NOT NULL DEFAULT '',
  village     text NOT NULL DEFAULT '',
  person_id   text,
  sealed      bytea NOT NULL,
  PRIMARY KEY (county_code, run_id, line)
);
CREATE INDEX import_row_by_reason ON import_row (county_code, run_id, outcome, reason, line);

-- What an edition shows against the one before.
CREATE TABLE register_change (
  county_code  text NOT NULL,
  run_id       text NOT NULL,
  change       text NOT NULL CHECK (change IN ('came', 'left', 'moved', 'died')),
  person_id    text NOT NULL,
  from_village text,
  to_village   text,
  why          text NOT NULL DEFAULT '',
  PRIMARY KEY (county_code, run_id, change, person_id)
);

-- Which column held which field, remembered for files with the same headers in any order.
CREATE TABLE import_mapping (
  county_code text NOT NULL,
  signature   text NOT NULL,
  columns     jsonb NOT NULL,
  used_at     timestamptz NOT NULL,
  PRIMARY KEY (county_code, signature)
);

-- What happened to a person in the register. Changes are sentences without identity numbers and phones.
CREATE TABLE person_event (
  county_code text NOT NULL,
  event_id    text NOT NULL,
  person_id   text NOT NULL,
  at          timestamptz NOT NULL,
  act         text NOT NULL,
  by_name     text NOT NULL,
  by_post     text NOT NULL DEFAULT '',
  reason      text NOT NULL DEFAULT '',
  changes     text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (county_code, event_id)
);
CREATE INDEX person_event_of_person ON person_event (county_code, person_id, event_id DESC);

-- A merge and what it takes to undo it: both rows as they stood, and what went from one to the other.
CREATE TABLE person_merge (
  county_code    text NOT NULL,
  merge_id       text NOT NULL,
  kept_id        text NOT NULL,
  dropped_id     text NOT NULL,
  kept_before    jsonb NOT NULL,
  dropped_before jsonb NOT NULL,
  taken          jsonb NOT NULL,
  case_id        text,
  place          text NOT NULL,
  reason         text NOT NULL,
  merged_by      text NOT NULL,
  merged_name    text NOT NULL,
  at             timestamptz NOT NULL,
  undone_by      text,
  undone_at      timestamptz,
  undone_reason  text NOT NULL DEFAULT '',
  PRIMARY KEY (county_code, merge_id)
);
CREATE UNIQUE INDEX person_merge_standing ON person_merge (county_code, dropped_id) WHERE undone_at IS NULL;
CREATE INDEX person_merge_kept ON person_merge (county_code, kept_id);
CREATE INDEX person_merged_into ON person (county_code, merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE transfer (
  county_code  text NOT NULL,
  transfer_id  text NOT NULL,
  person_ids   text[] NOT NULL,
  -- Versions on which the request was based.
  versions     integer[] NOT NULL,
  from_village text NOT NULL,
  to_village   text NOT NULL,
  to_household text,
  state        text NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'done', 'refused', 'withdrawn')),
  reason       text NOT NULL,
  asked_by     text NOT NULL,
  asked_name   text NOT NULL,
  asked_at     timestamptz NOT NULL,
  answer       text NOT NULL DEFAULT '',
  decided_by   text,
  decided_name text NOT NULL DEFAULT '',
  decided_at   timestamptz,
  PRIMARY KEY (county_code, transfer_id)
);
CREATE INDEX transfer_to_decide ON transfer (county_code, from_village, state, transfer_id);
CREATE INDEX transfer_asked ON transfer (county_code, to_village, state, transfer_id);

CREATE INDEX duplicate_of_place ON duplicate_case (county_code, state, place, case_id);
CREATE INDEX duplicate_of_a ON duplicate_case (county_code, person_a);
CREATE INDEX duplicate_of_b ON duplicate_case (county_code, person_b);
-- Looking for doubles goes through the county birth date by birth date and phone by phone.
CREATE INDEX person_by_birth ON person (county_code, birth_date) WHERE merged_into IS NULL;
CREATE INDEX import_row_of_person ON import_row (county_code, person_id) WHERE person_id IS NOT NULL;
