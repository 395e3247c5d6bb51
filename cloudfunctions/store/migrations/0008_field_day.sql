-- The field day: what phones sent late, out of order, or against what somebody else had sent.

-- When a phone last synced and what still waits on it. Counts and times only: nobody's way is recorded.
CREATE TABLE phone_sync (
  county_code  text NOT NULL,
  account_id   text NOT NULL,
  post_id      text NOT NULL,
  phone_id     text NOT NULL,
  last_sync_at timestamptz NOT NULL,
  waiting      integer NOT NULL,
  -- Everything received from it so far.
  entries      bigint NOT NULL DEFAULT 0,
  -- Seconds by which its wall clock was behind (+) or ahead (-) at the last sync.
  clock_offset integer NOT NULL DEFAULT 0,
  PRIMARY KEY (county_code, account_id, post_id, phone_id)
);
CREATE INDEX phone_sync_of_post ON phone_sync (county_code, post_id, last_sync_at DESC);

-- An entry that came before what it builds on. It stays until it is done, put right by its author, or given up by a
-- person who says why; nothing takes it away by itself.
CREATE TABLE held_entry (
  county_code  text NOT NULL,
  entry_id     text NOT NULL,
  account_id   text NOT NULL,
  post_id      text NOT NULL,
  author_name  text NOT NULL,
  phone_id     text NOT NULL,
  operation    text NOT NULL,
  subject_id   text NOT NULL DEFAULT '',
  village_code text NOT NULL DEFAULT '',
  after        text[] NOT NULL DEFAULT '{}',
  why          text NOT NULL CHECK (why IN ('after', 'base', 'refused')),
  problem      jsonb,
  state        text NOT NULL DEFAULT 'held' CHECK (state IN ('held', 'refused', 'dropped')),
  done_at      timestamptz NOT NULL,
  held_at      timestamptz NOT NULL,
  tried_at     timestamptz NOT NULL,
  -- The entry's input: it may hold identity numbers and answers.
  sealed       bytea NOT NULL,
  -- By how many seconds the phone's clock was corrected, and how that is known.
  clock_offset integer NOT NULL DEFAULT 0,
  clock_by     text NOT NULL DEFAULT '',
  dropped_by   text,
  dropped_name text NOT NULL DEFAULT '',
  dropped_why  text NOT NULL DEFAULT '',
  dropped_at   timestamptz,
  PRIMARY KEY (county_code, entry_id)
);
CREATE INDEX held_entry_of_account ON held_entry (county_code, account_id, state, held_at);
CREATE INDEX held_entry_of_village ON held_entry (county_code, state, village_code, entry_id);

-- A person whom the phone named and whom the county knew already: later entries mean the one it knew.
CREATE TABLE phone_person (
  county_code     text NOT NULL,
  phone_person_id text NOT NULL,
  person_id       text NOT NULL,
  account_id      text NOT NULL,
  at              timestamptz NOT NULL,
  PRIMARY KEY (county_code, phone_person_id)
);

-- Answers that came against what stood already. Both stay until a human chooses, and after.
CREATE TABLE comparison (
  county_code    text NOT NULL,
  comparison_id  text NOT NULL,
  kind           text NOT NULL CHECK (kind IN ('conflict', 'lease')),
  form_id        text NOT NULL,
  subject_id     text NOT NULL,
  record_id      text,
  village_code   text NOT NULL DEFAULT '',
  -- The version that the late answers started from, and the one that stood when they came.
  base_version   integer NOT NULL,
  live_version   integer NOT NULL,
  form_version   integer NOT NULL,
  -- Fields of which both sides said something different; empty for a lease that moved.
  fields         text[] NOT NULL DEFAULT '{}',
  -- The late answers in full, tidy, with their reasons.
  sealed         bytea NOT NULL,
  mode           text NOT NULL,
  respondent     text NOT NULL DEFAULT '',
  author_account text NOT NULL,
  author_post    text NOT NULL,
  author_name    text NOT NULL,
  author_role    text NOT NULL,
  consent_version text NOT NULL DEFAULT '',
  submission_id  text NOT NULL,
  receipt_no     text NOT NULL,
  collected_at   timestamptz NOT NULL,
  received_at    timestamptz NOT NULL,
  paradata       jsonb NOT NULL DEFAULT '{}',
  state          text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'settled')),
  version        integer NOT NULL DEFAULT 1,
  -- What was chosen: field → 'live' or 'late'; the version it made, or 0 when everything stayed as it was.
  choices        jsonb NOT NULL DEFAULT '{}',
  settled_version integer,
  settled_by     text,
  settled_name   text NOT NULL DEFAULT '',
  settled_at     timestamptz,
  reason         text NOT NULL DEFAULT '',
  PRIMARY KEY (county_code, comparison_id)
);
CREATE UNIQUE INDEX comparison_submission ON comparison (county_code, submission_id);
CREATE INDEX comparison_open ON comparison (county_code, village_code, comparison_id) WHERE state = 'open';
CREATE INDEX comparison_of_subject ON comparison (county_code, form_id, subject_id);
CREATE INDEX comparison_of_author ON comparison (county_code, author_account, comparison_id DESC);

-- Who held a village when something was collected there.
CREATE INDEX assignment_history ON assignment (county_code, post_id, village_code, starts_at);
