-- What an entry from a phone was refused with. Its author has been told and may have sent it anew under another id: a
-- late copy of the refused one must not be done after all.
CREATE TABLE refused_entry (
  county_code text NOT NULL,
  entry_id    text NOT NULL,
  account_id  text NOT NULL,
  problem     jsonb NOT NULL,
  at          timestamptz NOT NULL,
  PRIMARY KEY (county_code, entry_id, account_id)
);
