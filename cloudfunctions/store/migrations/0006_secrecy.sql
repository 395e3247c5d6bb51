-- Secrecy: looks at what is sealed, data that leaves, corrections people ask for, checks of the trail.

-- How often a post has looked at something in full on a day (China). The row is the lock: two looks at once count twice.
CREATE TABLE reveal_count (
  county_code text NOT NULL,
  post_id     text NOT NULL,
  day         date NOT NULL,
  times       integer NOT NULL,
  PRIMARY KEY (county_code, post_id, day)
);

CREATE TABLE export_request (
  county_code   text NOT NULL,
  export_id     text NOT NULL,
  purpose       text NOT NULL,
  form_id       text NOT NULL,
  division_code text NOT NULL,
  filters       jsonb NOT NULL,
  encoding      text NOT NULL,
  reason        text NOT NULL,
  state         text NOT NULL DEFAULT 'asked'
    CHECK (state IN ('asked', 'refused', 'cancelled', 'making', 'ready', 'failed', 'expired')),
  asked_account text NOT NULL,
  asked_post    text NOT NULL,
  asked_name    text NOT NULL,
  asked_title   text NOT NULL,
  asked_at      timestamptz NOT NULL,
  decided_account text,
  decided_name  text NOT NULL DEFAULT '',
  decided_at    timestamptz,
  answer        text NOT NULL DEFAULT '',
  job_id        text,
  -- Pieces already written and the finished file; ids of the files edge.
  parts         text[] NOT NULL DEFAULT '{}',
  file_id       text,
  file_name     text NOT NULL DEFAULT '',
  rows          integer NOT NULL DEFAULT 0,
  expires_at    timestamptz,
  taken         integer NOT NULL DEFAULT 0,
  problem       text NOT NULL DEFAULT '',
  PRIMARY KEY (county_code, export_id)
);
CREATE INDEX export_of_asker ON export_request (county_code, asked_account, export_id DESC);
CREATE INDEX export_of_place ON export_request (county_code, state, export_id DESC);
CREATE INDEX export_expiring ON export_request (county_code, expires_at) WHERE state = 'ready';

-- What somebody asks to have put right. The words may hold a number, so they are sealed.
CREATE TABLE correction (
  county_code   text NOT NULL,
  correction_id text NOT NULL,
  person_id     text NOT NULL,
  account_id    text NOT NULL,
  asked_name    text NOT NULL,
  topic         text NOT NULL,
  sealed        bytea NOT NULL,
  place         text NOT NULL,
  state         text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'working', 'resolved', 'refused')),
  asked_at      timestamptz NOT NULL,
  PRIMARY KEY (county_code, correction_id)
);
CREATE INDEX correction_of_person ON correction (county_code, person_id, correction_id DESC);
CREATE INDEX correction_of_state ON correction (county_code, state, correction_id);

CREATE TABLE correction_step (
  county_code   text NOT NULL,
  correction_id text NOT NULL,
  step          integer NOT NULL,
  at            timestamptz NOT NULL,
  state         text NOT NULL,
  account_id    text NOT NULL,
  by_words      text NOT NULL,
  words         text NOT NULL,
  PRIMARY KEY (county_code, correction_id, step)
);

-- What a reading of the whole chain found.
CREATE TABLE audit_check (
  county_code text NOT NULL,
  at          timestamptz NOT NULL,
  intact      boolean NOT NULL,
  entries     bigint NOT NULL,
  finding     text NOT NULL DEFAULT '',
  PRIMARY KEY (county_code, at)
);

-- Which head of a day stands on which notice.
CREATE TABLE audit_publication (
  county_code  text NOT NULL,
  day          date NOT NULL,
  notice_id    text NOT NULL,
  published_by text NOT NULL,
  published_at timestamptz NOT NULL,
  PRIMARY KEY (county_code, day)
);

-- Lists and exports name a place and no person; a person asks who saw the lists of his village.
CREATE INDEX audit_entry_place ON audit_entry (county_code, place, at) WHERE subject = '';
