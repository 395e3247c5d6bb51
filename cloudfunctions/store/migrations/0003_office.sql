-- The office: who is invited, web sign-in, reminders in batches, returned records, jobs that several runners share.

-- A person on the staff list before he has a post. Only a hash of the code is kept; the phone is bound by its blind index.
CREATE TABLE invitation (
  county_code   text NOT NULL,
  invitation_id text NOT NULL,
  name          text NOT NULL,
  phone_index   bytea NOT NULL,
  phone_masked  text NOT NULL,
  role          text NOT NULL,
  title         text NOT NULL,
  organisation  text NOT NULL DEFAULT '',
  badge_no      text NOT NULL DEFAULT '',
  languages     text[] NOT NULL DEFAULT '{}',
  scopes        text[] NOT NULL,
  starts_on     date NOT NULL,
  ends_on       date,
  code_hash     text NOT NULL,
  state         text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'used', 'revoked')),
  state_reason  text NOT NULL DEFAULT '',
  expires_at    timestamptz NOT NULL,
  created_by    text NOT NULL,
  created_at    timestamptz NOT NULL,
  post_id       text,
  used_at       timestamptz,
  PRIMARY KEY (county_code, invitation_id)
);
CREATE UNIQUE INDEX invitation_code ON invitation (county_code, code_hash);

-- A computer waits until its code is confirmed on a phone. Both the code and the poll secret are kept as hashes only.
CREATE TABLE web_sign_in (
  county_code text NOT NULL,
  sign_in_id  text NOT NULL,
  code_hash   text NOT NULL,
  poll_hash   text NOT NULL,
  device      text NOT NULL DEFAULT '',
  state       text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'confirmed', 'refused', 'taken')),
  account_id  text,
  begun_at    timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL,
  settled_at  timestamptz,
  PRIMARY KEY (county_code, sign_in_id)
);
CREATE UNIQUE INDEX web_sign_in_code ON web_sign_in (county_code, code_hash);
CREATE UNIQUE INDEX web_sign_in_poll ON web_sign_in (county_code, poll_hash);

-- Tries at something that can be guessed, counted by who tries and stretch of time.
CREATE TABLE attempt (
  county_code  text NOT NULL,
  kind         text NOT NULL,
  who          text NOT NULL,
  window_start timestamptz NOT NULL,
  times        integer NOT NULL,
  PRIMARY KEY (county_code, kind, who, window_start)
);

ALTER TABLE reminder ADD COLUMN batch text NOT NULL DEFAULT '';
ALTER TABLE reminder ADD COLUMN account_id text;
ALTER TABLE reminder ADD COLUMN sender_name text NOT NULL DEFAULT '';
ALTER TABLE reminder ADD COLUMN claimed_at timestamptz;
CREATE INDEX reminder_of_batch ON reminder (county_code, batch, reminder_id);
CREATE INDEX reminder_waiting ON reminder (county_code, sent_at) WHERE result IN ('waiting', 'sending');
CREATE INDEX reminder_of_village ON reminder (county_code, village_code, rung);
CREATE INDEX message_by_time ON message (county_code, at DESC, message_id DESC);

-- A record sent back: to whom, why, and a comment for each field.
CREATE TABLE record_return (
  county_code     text NOT NULL,
  return_id       text NOT NULL,
  record_id       text NOT NULL,
  version         integer NOT NULL,
  village_code    text NOT NULL DEFAULT '',
  to_account      text NOT NULL,
  to_post         text NOT NULL,
  reason          text NOT NULL,
  comments        jsonb NOT NULL DEFAULT '[]',
  returned_by     text NOT NULL,
  returned_name   text NOT NULL,
  at              timestamptz NOT NULL,
  PRIMARY KEY (county_code, return_id)
);
CREATE INDEX record_return_of_record ON record_return (county_code, record_id, at DESC);
CREATE INDEX record_return_to ON record_return (county_code, to_account, to_post, return_id DESC);

CREATE INDEX record_to_review ON record (county_code, state, village_code, record_id);
CREATE INDEX record_version_received ON record_version (county_code, received_at);
CREATE INDEX assignment_of_village ON assignment (county_code, village_code) WHERE state = 'held';
CREATE INDEX assignment_lease ON assignment (county_code, leased_until) WHERE state = 'held';

-- The token of the runner that holds the lease; a runner that lost it can no longer store a page.
ALTER TABLE job ADD COLUMN lease text NOT NULL DEFAULT '';
ALTER TABLE job ADD COLUMN tries integer NOT NULL DEFAULT 0;
ALTER TABLE job ADD COLUMN not_before timestamptz;
-- Two officers who start the same long work at once start it once.
CREATE UNIQUE INDEX job_one_open ON job (county_code, kind, place) WHERE state IN ('waiting', 'running', 'cancelling');

-- Where an enumerator may be given work. Not a reach: what he may see is what he holds.
ALTER TABLE post ADD COLUMN work_area text[] NOT NULL DEFAULT '{}';
