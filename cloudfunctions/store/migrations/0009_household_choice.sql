-- The household's side of the field day, the enumerator's badge, and what came of a lead.

-- How a household wants to be asked; '' until somebody of it has said so. When its window closed, the visit fell due.
ALTER TABLE household ADD COLUMN collect_mode text NOT NULL DEFAULT '' CHECK (collect_mode IN ('', 'self', 'visit'));
ALTER TABLE household ADD COLUMN visit_due_on date;

-- Every choice, so that a dispute at the door can be answered.
CREATE TABLE household_choice (
  county_code  text NOT NULL,
  household_id text NOT NULL,
  choice       integer NOT NULL,
  mode         text NOT NULL CHECK (mode IN ('self', 'visit')),
  account_id   text NOT NULL,
  at           timestamptz NOT NULL,
  PRIMARY KEY (county_code, household_id, choice)
);

-- The code on a household's slip. Readable here, because the sheets are printed again; it opens nothing by itself:
-- whoever types it still proves by name and number that he is of the household.
CREATE TABLE household_slip (
  county_code  text NOT NULL,
  household_id text NOT NULL,
  code         text NOT NULL,
  issued_by    text NOT NULL,
  issued_at    timestamptz NOT NULL,
  PRIMARY KEY (county_code, household_id)
);
CREATE UNIQUE INDEX household_slip_code ON household_slip (county_code, code);

-- What the QR code of a badge holds is random and runs out; only its hash is kept. Whether the badge is good is asked
-- of post, account and leases at the moment somebody scans it.
CREATE TABLE badge_code (
  county_code text NOT NULL,
  code_hash   text NOT NULL,
  post_id     text NOT NULL,
  kind        text NOT NULL CHECK (kind IN ('screen', 'print')),
  issued_at   timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL,
  ended_at    timestamptz,
  PRIMARY KEY (county_code, code_hash)
);
CREATE INDEX badge_code_of_post ON badge_code (county_code, post_id, kind);

-- What a person wrote who looked at a lead of the daily checks; the last one says how it stands.
CREATE TABLE lead_note (
  county_code  text NOT NULL,
  note_id      text NOT NULL,
  lead_id      text NOT NULL,
  day          date NOT NULL,
  village_code text NOT NULL,
  outcome      text NOT NULL CHECK (outcome IN ('looked', 'explained', 'revisit')),
  words        text NOT NULL,
  account_id   text NOT NULL,
  by_words     text NOT NULL,
  at           timestamptz NOT NULL,
  PRIMARY KEY (county_code, note_id)
);
CREATE INDEX lead_note_of_day ON lead_note (county_code, day, lead_id, note_id);
