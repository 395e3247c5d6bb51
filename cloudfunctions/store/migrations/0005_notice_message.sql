-- Who is told in WeChat of a notice: those it reaches who agreed to one more message. Told at most once.
CREATE TABLE notice_message (
  county_code text NOT NULL,
  notice_id   text NOT NULL,
  account_id  text NOT NULL,
  result      text NOT NULL DEFAULT 'waiting',
  claimed_at  timestamptz,
  PRIMARY KEY (county_code, notice_id, account_id)
);
CREATE INDEX notice_message_waiting ON notice_message (county_code, notice_id, account_id)
  WHERE result IN ('waiting', 'sending');
