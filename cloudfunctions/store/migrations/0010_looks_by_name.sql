-- Whom a search by name showed stands among its details; each of them can read who looked for him.
CREATE INDEX audit_entry_found ON audit_entry USING gin ((details -> 'found'))
  WHERE act = 'register.search' AND subject = '';
