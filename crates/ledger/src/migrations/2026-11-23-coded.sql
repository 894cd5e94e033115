-- Schema 4. Events that others coded: GDELT's, ICEWS's… They have no report, no sentence and no statement here, and no
-- picture is drawn from them; they are what our own reading is compared with.

CREATE TABLE coded_file (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,                           -- as it was given
    form TEXT NOT NULL,                           -- its file format
    added INTEGER NOT NULL,                       -- the day it came in
    UNIQUE (name, form, added)
) STRICT;

CREATE TABLE coded (
    number INTEGER PRIMARY KEY,
    system INTEGER NOT NULL REFERENCES word,      -- whose coding it is
    key TEXT NOT NULL,                            -- what tells it from the system's other events: mostly its id
    id TEXT NOT NULL,                             -- its id there
    day INTEGER NOT NULL,                         -- the first day of the event
    until INTEGER,                                -- the last one, where it is a span
    body BLOB NOT NULL,                           -- the rest, packed, see coded/pack.rs
    file INTEGER NOT NULL REFERENCES coded_file,
    revision_of INTEGER REFERENCES coded,         -- the row that it replaced
    superseded INTEGER                            -- the day on which it was replaced
) STRICT;
CREATE UNIQUE INDEX coded_key ON coded (system, key) WHERE superseded IS NULL;
CREATE INDEX coded_day ON coded (day) WHERE superseded IS NULL;
CREATE INDEX coded_until ON coded (until) WHERE superseded IS NULL AND until IS NOT NULL;
CREATE INDEX coded_revision ON coded (revision_of) WHERE revision_of IS NOT NULL;
