-- The spine: places, people, accounts, records, counters.
-- Every large table leads its keys with county_code: one constant for a county, the distribution column for a province.

CREATE TABLE division (
  county_code text NOT NULL,
  edition     date NOT NULL,
  code        text NOT NULL,
  name        text NOT NULL,
  kind        text NOT NULL,
  parent_code text NOT NULL,
  PRIMARY KEY (county_code, edition, code)
);

CREATE TABLE division_merge (
  county_code  text NOT NULL,
  from_edition date NOT NULL,
  from_code    text NOT NULL,
  to_edition   date NOT NULL,
  to_code      text NOT NULL,
  source       text NOT NULL,
  decided_by   text,
  decided_at   timestamptz,
  PRIMARY KEY (county_code, from_edition, from_code, to_edition, to_code)
);

-- Accounts, posts and sessions ------------------------------------------------

CREATE TABLE account (
  county_code  text NOT NULL,
  account_id   text NOT NULL,
  name         text NOT NULL,
  openid       text,
  persona      text,
  -- One line about the seeded person, shown where a persona is chosen.
  persona_note text NOT NULL DEFAULT '',
  phone_cipher bytea,
  phone_index  bytea,
  phone_masked text NOT NULL DEFAULT '',
  state        text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'suspended', 'ended')),
  state_reason text NOT NULL DEFAULT '',
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (county_code, account_id)
);
CREATE UNIQUE INDEX account_openid ON account (county_code, openid) WHERE openid IS NOT NULL;
CREATE INDEX account_phone ON account (county_code, phone_index) WHERE phone_index IS NOT NULL;
CREATE UNIQUE INDEX account_persona ON account (county_code, persona) WHERE persona IS NOT NULL;

CREATE TABLE post (
  county_code         text NOT NULL,
  post_id             text NOT NULL,
  account_id          text NOT NULL,
  role                text NOT NULL,
  title               text NOT NULL,
  organisation        text NOT NULL DEFAULT '',
  languages           text[] NOT NULL DEFAULT '{}',
  badge_no            text NOT NULL DEFAULT '',
  starts_on           date NOT NULL,
  ends_on             date,
  undertaking_version text,
  undertaking_at      timestamptz,
  created_by          text,
  created_at          timestamptz NOT NULL,
  PRIMARY KEY (county_code, post_id)
);
CREATE INDEX post_of_account ON post (county_code, account_id);

CREATE TABLE post_scope (
  county_code   text NOT NULL,
  post_id       text NOT NULL,
  division_code text NOT NULL,
  starts_at     timestamptz NOT NULL,
  ends_at       timestamptz,
  PRIMARY KEY (county_code, post_id, division_code, starts_at)
);

-- An enumerator's reach is what he is assigned: a lease on a village or a part of it.
CREATE TABLE assignment (
  county_code   text NOT NULL,
  assignment_id text NOT NULL,
  post_id       text NOT NULL,
  village_code  text NOT NULL,
  part          text NOT NULL DEFAULT '',
  cadre         text NOT NULL DEFAULT '',
  version       integer NOT NULL DEFAULT 1,
  state         text NOT NULL DEFAULT 'held' CHECK (state IN ('held', 'handedBack', 'takenBack', 'expired')),
  reason        text NOT NULL DEFAULT '',
  starts_at     timestamptz NOT NULL,
  leased_until  timestamptz NOT NULL,
  ended_at      timestamptz,
  assigned_by   text NOT NULL,
  PRIMARY KEY (county_code, assignment_id)
);
CREATE INDEX assignment_of_post ON assignment (county_code, post_id) WHERE state = 'held';
CREATE UNIQUE INDEX assignment_one_holder ON assignment (county_code, village_code, part) WHERE state = 'held';

CREATE TABLE session (
  county_code text NOT NULL,
  token_hash  text NOT NULL,
  account_id  text NOT NULL,
  channel     text NOT NULL CHECK (channel IN ('local', 'web')),
  created_at  timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL,
  ended_at    timestamptz,
  PRIMARY KEY (county_code, token_hash)
);

-- The persons an account answers for: itself (relation 'self') and family.
CREATE TABLE account_person (
  county_code text NOT NULL,
  account_id  text NOT NULL,
  person_id   text NOT NULL,
  relation    text NOT NULL,
  since       timestamptz NOT NULL,
  ended_at    timestamptz,
  PRIMARY KEY (county_code, account_id, person_id)
);
CREATE INDEX account_person_of_person ON account_person (county_code, person_id);

CREATE TABLE consent (
  county_code text NOT NULL,
  account_id  text NOT NULL,
  version     text NOT NULL,
  agreed_at   timestamptz NOT NULL,
  PRIMARY KEY (county_code, account_id, version)
);

-- One row a call that changes something: sending it again answers with the first reply.
CREATE TABLE request (
  county_code  text NOT NULL,
  request_id   text NOT NULL,
  account_id   text NOT NULL,
  operation    text NOT NULL,
  input_digest text NOT NULL,
  reply        jsonb,
  at           timestamptz NOT NULL,
  PRIMARY KEY (county_code, request_id)
);

-- People ----------------------------------------------------------------------

CREATE TABLE household (
  county_code    text NOT NULL,
  household_id   text NOT NULL,
  village_code   text,
  group_name     text NOT NULL DEFAULT '',
  household_no   text NOT NULL DEFAULT '',
  house_no       text NOT NULL DEFAULT '',
  -- 2号 before 10号.
  house_order    text GENERATED ALWAYS AS (lpad(COALESCE(substring(house_no FROM '[0-9]+'), ''), 8, '0') || house_no) STORED,
  address        text NOT NULL DEFAULT '',
  head_person_id text,
  version        integer NOT NULL DEFAULT 1,
  created_at     timestamptz NOT NULL,
  updated_at     timestamptz NOT NULL,
  PRIMARY KEY (county_code, household_id)
);
CREATE INDEX household_of_village ON household (county_code, village_code, group_name, house_order, household_id);

-- collect_state: due (待采集) → collected (已采集) ⇄ returned (退回) → confirmed (已审核) → accepted (已验收); closed (办结) for those who cannot be asked.
CREATE TABLE person (
  county_code      text NOT NULL,
  person_id        text NOT NULL,
  household_id     text,
  relation         text NOT NULL DEFAULT '9',
  name             text NOT NULL,
  name_key         text NOT NULL,
  name_initials    text NOT NULL DEFAULT '',
  sex              text NOT NULL DEFAULT '9',
  birth_date       date,
  ethnic           text NOT NULL DEFAULT '',
  id_type          text NOT NULL DEFAULT '1',
  id_cipher        bytea,
  id_index         bytea,
  id_masked        text NOT NULL DEFAULT '',
  id_tail          text NOT NULL DEFAULT '',
  phone_cipher     bytea,
  phone_index      bytea,
  phone_masked     text NOT NULL DEFAULT '',
  hukou_nature     text NOT NULL DEFAULT '',
  village_code     text,
  village_edition  date NOT NULL,
  old_village_code text NOT NULL DEFAULT '',
  group_name       text NOT NULL DEFAULT '',
  placed_by        text NOT NULL DEFAULT '',
  placed_reason    text NOT NULL DEFAULT '',
  placed_confidence text NOT NULL DEFAULT '',
  residence_code   text NOT NULL DEFAULT '',
  population_class text NOT NULL DEFAULT '',
  collect_state    text NOT NULL DEFAULT 'due'
    CHECK (collect_state IN ('due', 'collected', 'returned', 'confirmed', 'accepted', 'closed')),
  employment_state text NOT NULL DEFAULT '',
  -- How the live record came in; here too, because all that is counted stands in this row.
  record_mode      text NOT NULL DEFAULT '',
  refused          boolean NOT NULL DEFAULT false,
  attempts         integer NOT NULL DEFAULT 0,
  last_outcome     text NOT NULL DEFAULT '',
  last_contact_at  timestamptz,
  origin           text NOT NULL DEFAULT 'register' CHECK (origin IN ('register', 'added', 'declared')),
  in_register      boolean NOT NULL DEFAULT true,
  left_reason      text NOT NULL DEFAULT '',
  merged_into      text,
  version          integer NOT NULL DEFAULT 1,
  created_at       timestamptz NOT NULL,
  updated_at       timestamptz NOT NULL,
  PRIMARY KEY (county_code, person_id)
);
-- One identity number is one living row in the county; a merged row keeps its number but no longer claims it.
CREATE UNIQUE INDEX person_identity ON person (county_code, id_index) WHERE id_index IS NOT NULL AND merged_into IS NULL;
CREATE INDEX person_of_village ON person (county_code, village_code, group_name, household_id, person_id) WHERE merged_into IS NULL;
CREATE INDEX person_of_household ON person (county_code, household_id);
CREATE INDEX person_by_name ON person (county_code, name_key COLLATE "C", village_code);
CREATE INDEX person_by_phone ON person (county_code, phone_index) WHERE phone_index IS NOT NULL;
CREATE INDEX person_by_state ON person (county_code, village_code, collect_state, person_id) WHERE merged_into IS NULL;

CREATE TABLE employer (
  county_code  text NOT NULL,
  employer_id  text NOT NULL,
  name         text NOT NULL,
  name_key     text NOT NULL,
  uscc         text,
  village_code text NOT NULL,
  staff_total  integer,
  version      integer NOT NULL DEFAULT 1,
  created_at   timestamptz NOT NULL,
  updated_at   timestamptz NOT NULL,
  PRIMARY KEY (county_code, employer_id)
);
CREATE UNIQUE INDEX employer_uscc ON employer (county_code, uscc) WHERE uscc IS NOT NULL;
CREATE INDEX employer_of_village ON employer (county_code, village_code, employer_id);

-- Records ---------------------------------------------------------------------

-- One live record a subject and form; its versions are record_version. Secret answers and the paper copy are sealed.
CREATE TABLE record (
  county_code      text NOT NULL,
  record_id        text NOT NULL,
  form_id          text NOT NULL,
  subject_id       text NOT NULL,
  village_code     text,
  version          integer NOT NULL,
  state            text NOT NULL DEFAULT 'collected',
  receipt_no       text NOT NULL,
  mode             text NOT NULL,
  employment_state text NOT NULL DEFAULT '',
  updated_at       timestamptz NOT NULL,
  PRIMARY KEY (county_code, record_id)
);
CREATE UNIQUE INDEX record_one_live ON record (county_code, form_id, subject_id);

CREATE TABLE record_version (
  county_code   text NOT NULL,
  record_id     text NOT NULL,
  version       integer NOT NULL,
  base_version  integer NOT NULL,
  form_version  integer NOT NULL,
  answers       jsonb NOT NULL,
  reasons       jsonb NOT NULL DEFAULT '{}',
  sealed        bytea NOT NULL,
  mode          text NOT NULL,
  respondent    text NOT NULL DEFAULT '',
  author_account text NOT NULL,
  author_post   text NOT NULL,
  author_name   text NOT NULL,
  author_role   text NOT NULL DEFAULT '',
  consent_version text NOT NULL DEFAULT '',
  submission_id text NOT NULL,
  receipt_no    text NOT NULL,
  collected_at  timestamptz NOT NULL,
  received_at   timestamptz NOT NULL,
  paradata      jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (county_code, record_id, version)
);
CREATE UNIQUE INDEX record_version_submission ON record_version (county_code, submission_id);
CREATE INDEX record_version_author ON record_version (county_code, author_account, received_at DESC, submission_id DESC);

CREATE TABLE visit (
  county_code    text NOT NULL,
  visit_id       text NOT NULL,
  person_id      text NOT NULL,
  village_code   text,
  channel        text NOT NULL CHECK (channel IN ('visit', 'phone')),
  outcome        text NOT NULL,
  cadre          text NOT NULL DEFAULT '',
  note           text NOT NULL DEFAULT '',
  appointment_at timestamptz,
  at             timestamptz NOT NULL,
  received_at    timestamptz NOT NULL,
  account_id     text NOT NULL,
  post_id        text NOT NULL,
  author_name    text NOT NULL,
  PRIMARY KEY (county_code, visit_id)
);
CREATE INDEX visit_of_person ON visit (county_code, person_id, at);

-- Who could not be placed in a village; the committee or town claims him.
CREATE TABLE placement_case (
  county_code  text NOT NULL,
  case_id      text NOT NULL,
  person_id    text NOT NULL,
  town_code    text NOT NULL DEFAULT '',
  candidates   jsonb NOT NULL DEFAULT '[]',
  why          text NOT NULL,
  state        text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'settled')),
  village_code text,
  settled_by   text,
  settled_at   timestamptz,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (county_code, case_id)
);
CREATE INDEX placement_open ON placement_case (county_code, town_code, case_id) WHERE state = 'open';
CREATE UNIQUE INDEX placement_one_open ON placement_case (county_code, person_id) WHERE state = 'open';

-- Two numbers that claim to be one person, or one that two people claim: a human decides.
CREATE TABLE duplicate_case (
  county_code text NOT NULL,
  case_id     text NOT NULL,
  kind        text NOT NULL,
  person_a    text NOT NULL,
  person_b    text NOT NULL,
  evidence    jsonb NOT NULL DEFAULT '{}',
  place       text NOT NULL DEFAULT '',
  state       text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'merged', 'distinct')),
  decided_by  text,
  decided_at  timestamptz,
  reason      text NOT NULL DEFAULT '',
  created_at  timestamptz NOT NULL,
  PRIMARY KEY (county_code, case_id)
);
CREATE UNIQUE INDEX duplicate_pair ON duplicate_case (county_code, kind, person_a, person_b);

-- Counters: kept in the same transaction as what they count, checked against a recount every night. ------------

CREATE TABLE village_counter (
  county_code  text NOT NULL,
  village_code text NOT NULL,
  measure      text NOT NULL,
  value        bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (county_code, village_code, measure)
);

CREATE TABLE village_day_counter (
  county_code  text NOT NULL,
  village_code text NOT NULL,
  day          date NOT NULL,
  measure      text NOT NULL,
  value        bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (county_code, village_code, day, measure)
);

CREATE TABLE recount (
  county_code text NOT NULL,
  at          timestamptz NOT NULL,
  checked     integer NOT NULL,
  different   integer NOT NULL,
  details     jsonb NOT NULL DEFAULT '[]',
  PRIMARY KEY (county_code, at)
);

-- Publicity -------------------------------------------------------------------

CREATE TABLE notice (
  county_code   text NOT NULL,
  notice_id     text NOT NULL,
  division_code text NOT NULL,
  level         text NOT NULL CHECK (level IN ('county', 'town', 'village')),
  kind          text NOT NULL DEFAULT 'letter',
  title         text NOT NULL,
  content       jsonb NOT NULL,
  issuer        text NOT NULL,
  issued_by     text NOT NULL,
  published_at  timestamptz NOT NULL,
  expires_on    date,
  withdrawn_at  timestamptz,
  withdrawn_reason text NOT NULL DEFAULT '',
  PRIMARY KEY (county_code, notice_id)
);
CREATE INDEX notice_of_division ON notice (county_code, division_code, published_at DESC);

CREATE TABLE notice_read (
  county_code  text NOT NULL,
  notice_id    text NOT NULL,
  account_id   text NOT NULL,
  village_code text NOT NULL DEFAULT '',
  read_at      timestamptz NOT NULL,
  PRIMARY KEY (county_code, notice_id, account_id)
);
CREATE INDEX notice_read_by_village ON notice_read (county_code, notice_id, village_code);

CREATE TABLE reminder (
  county_code  text NOT NULL,
  reminder_id  text NOT NULL,
  person_id    text NOT NULL,
  village_code text NOT NULL,
  rung         text NOT NULL CHECK (rung IN ('wechat', 'phone', 'cadre', 'visit')),
  words        text NOT NULL,
  result       text NOT NULL DEFAULT 'waiting',
  sent_by      text NOT NULL,
  sent_at      timestamptz NOT NULL,
  read_at      timestamptz,
  answered_at  timestamptz,
  PRIMARY KEY (county_code, reminder_id)
);
CREATE INDEX reminder_of_person ON reminder (county_code, person_id, sent_at);

-- Every message that went, or locally would have gone, to WeChat.
CREATE TABLE message (
  county_code text NOT NULL,
  message_id  text NOT NULL,
  account_id  text,
  template    text NOT NULL,
  page        text NOT NULL DEFAULT '',
  data        jsonb NOT NULL,
  result      text NOT NULL,
  at          timestamptz NOT NULL,
  PRIMARY KEY (county_code, message_id)
);

-- One consent to a message template is one message.
CREATE TABLE subscription (
  county_code text NOT NULL,
  account_id  text NOT NULL,
  template    text NOT NULL,
  remaining   integer NOT NULL DEFAULT 0,
  updated_at  timestamptz NOT NULL,
  PRIMARY KEY (county_code, account_id, template)
);

-- The campaign as data -------------------------------------------------------

CREATE TABLE phase (
  county_code text NOT NULL,
  phase       text NOT NULL,
  title       text NOT NULL,
  starts_on   date NOT NULL,
  ends_on     date,
  PRIMARY KEY (county_code, phase)
);

CREATE TABLE setting (
  county_code text NOT NULL,
  name        text NOT NULL,
  value       jsonb NOT NULL,
  updated_by  text,
  updated_at  timestamptz NOT NULL,
  PRIMARY KEY (county_code, name)
);

-- Long work is a job that can be stopped and taken up again at its cursor.
CREATE TABLE job (
  county_code text NOT NULL,
  job_id      text NOT NULL,
  kind        text NOT NULL,
  title       text NOT NULL,
  state       text NOT NULL DEFAULT 'waiting'
    CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelling', 'cancelled')),
  place       text NOT NULL,
  input       jsonb NOT NULL DEFAULT '{}',
  cursor      jsonb NOT NULL DEFAULT '{}',
  done        bigint NOT NULL DEFAULT 0,
  total       bigint,
  result      jsonb NOT NULL DEFAULT '{}',
  problem     text NOT NULL DEFAULT '',
  created_by  text NOT NULL,
  created_at  timestamptz NOT NULL,
  updated_at  timestamptz NOT NULL,
  leased_until timestamptz,
  PRIMARY KEY (county_code, job_id)
);
CREATE INDEX job_open ON job (county_code, kind) WHERE state IN ('waiting', 'running', 'cancelling');
