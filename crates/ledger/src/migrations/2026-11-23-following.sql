-- Schema 2. What is followed, what was seen of it, where texts come from, and what watches were told.
-- Instants are in ISO 8601, UTC.

CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    address TEXT NOT NULL UNIQUE,
    state TEXT,                                   -- of who makes the rounds; only text here
    listed INTEGER                                -- the last day on which it listed its items
) STRICT;

CREATE TABLE item (
    source INTEGER NOT NULL REFERENCES source,
    key BLOB NOT NULL,                            -- the first 16 bytes of the SHA-256 of its id
    report INTEGER REFERENCES report,             -- none where it was given up
    listed INTEGER NOT NULL,                      -- the last day on which it was taken in or listed
    PRIMARY KEY (source, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE origin (
    report INTEGER PRIMARY KEY REFERENCES report,
    source INTEGER NOT NULL REFERENCES source,
    modified TEXT,                                -- as its page writes it
    byline TEXT,
    raw TEXT,                                     -- the key of the bytes it was made from, where they were kept
    address TEXT,                                 -- from where they came in the end
    charset TEXT,
    fetched TEXT,
    extracted_by INTEGER REFERENCES version,      -- what made the text of them; none where `raw` is none
    part TEXT,                                    -- which live post of the page
    hint TEXT                                     -- when it was published, by who listed it
) STRICT;
CREATE INDEX origin_extracted_by ON origin (extracted_by);

CREATE TABLE watched (
    watch TEXT PRIMARY KEY,
    state TEXT NOT NULL                           -- what alerts were last compared with; only text here
) STRICT, WITHOUT ROWID;

CREATE TABLE alert (
    number INTEGER PRIMARY KEY,                   -- in the order in which they were made
    id TEXT NOT NULL UNIQUE,
    watch TEXT NOT NULL,
    made TEXT NOT NULL,
    body TEXT NOT NULL,
    tries INTEGER NOT NULL,
    next TEXT,                                    -- not to be sent before
    done TEXT                                     -- when it was sent or given up
) STRICT;
CREATE INDEX alert_watch ON alert (watch, number);
CREATE INDEX alert_waiting ON alert (number) WHERE done IS NULL;

-- Reports dated later than the day they came in, which every picture counts.
CREATE INDEX report_future ON report (day) WHERE superseded IS NULL AND day > added;
