-- Photos of sheets signed by hand. They come in parts that each fit a call; a photo counts once all of them are here.
CREATE TABLE signed_paper (
  county_code   text NOT NULL,
  attachment_id text NOT NULL,
  person_id     text NOT NULL,
  -- What it was signed for: a version of the record, or answers that were kept beside it (version null).
  record_id     text,
  version       integer,
  submission_id text NOT NULL,
  account_id    text NOT NULL,
  post_id       text NOT NULL,
  author_name   text NOT NULL,
  parts         integer NOT NULL,
  -- SM3 of the whole photo as base64 text.
  digest        text NOT NULL,
  taken_at      timestamptz NOT NULL,
  received_at   timestamptz NOT NULL,
  complete_at   timestamptz,
  PRIMARY KEY (county_code, attachment_id)
);
CREATE INDEX signed_paper_of_person ON signed_paper (county_code, person_id);
CREATE INDEX signed_paper_of_record ON signed_paper (county_code, record_id);

CREATE TABLE signed_paper_part (
  county_code   text NOT NULL,
  attachment_id text NOT NULL,
  part          integer NOT NULL,
  sealed        bytea NOT NULL,
  PRIMARY KEY (county_code, attachment_id, part)
);
