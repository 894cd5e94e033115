-- Schema 1. Days are numbers such as 20220215. Spans count code points of the report's text, end exclusive.
-- The id of an event or statement is the number of its report times 16777216 plus its own number there.

-- What came in. Nothing here is derived, and everything derived can be made again from it.

CREATE TABLE publisher (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE version (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE report (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,                             -- as its input names it
    title TEXT,
    url TEXT,
    publisher INTEGER REFERENCES publisher,
    wire INTEGER REFERENCES publisher,            -- which a mark in its text names
    published TEXT,                               -- as its input writes it
    day INTEGER,                                  -- of publication, in UTC; none where `published` tells none
    added INTEGER NOT NULL,                       -- the day it came in
    sha256 BLOB NOT NULL,                         -- of its text
    same INTEGER NOT NULL,                        -- hash of URL, or of id and publisher: who may be the same report
    revision_of INTEGER REFERENCES report,        -- the revision that it replaced
    superseded INTEGER,                           -- the day on which it was replaced
    read_by INTEGER NOT NULL REFERENCES version,  -- program, weights and tables that read it last
    statements INTEGER NOT NULL,                  -- how many it has
    events INTEGER NOT NULL
) STRICT;
CREATE INDEX report_same ON report (same);
CREATE INDEX report_day ON report (day);
CREATE INDEX report_publisher ON report (publisher);
CREATE INDEX report_read_by ON report (read_by);

CREATE TABLE input (
    report INTEGER PRIMARY KEY REFERENCES report,
    text TEXT NOT NULL,
    language TEXT,
    zones BLOB NOT NULL
) STRICT;

CREATE TABLE problem (
    report INTEGER NOT NULL REFERENCES report,
    nth INTEGER NOT NULL,
    kind TEXT NOT NULL,
    first_byte INTEGER,
    end_byte INTEGER,
    detail TEXT NOT NULL,
    PRIMARY KEY (report, nth)
) STRICT, WITHOUT ROWID;

-- Who copies whom. A row can be taken out again; nothing else knows of it.

CREATE TABLE copy (
    report INTEGER PRIMARY KEY REFERENCES report,
    of INTEGER NOT NULL REFERENCES report,
    why TEXT NOT NULL,
    similarity REAL NOT NULL
) STRICT;

CREATE TABLE voice (
    report INTEGER PRIMARY KEY REFERENCES report,
    signature BLOB NOT NULL,
    sentences BLOB NOT NULL,                      -- hashes, eight bytes each, little end first
    keys BLOB NOT NULL
) STRICT;

CREATE TABLE copy_key (
    month INTEGER NOT NULL,                       -- 202202: keys of one time lie together
    key INTEGER NOT NULL,
    report INTEGER NOT NULL REFERENCES report,
    PRIMARY KEY (month, key, report)
) STRICT, WITHOUT ROWID;

-- Words that rows refer to. They are never changed or taken out.

CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;

CREATE TABLE actor (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,
    country TEXT NOT NULL,                        -- empty for none, as in all columns of these tables
    sector TEXT NOT NULL,
    UNIQUE (code, country, sector)
) STRICT;

CREATE TABLE entity (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    actor INTEGER NOT NULL REFERENCES actor,
    UNIQUE (name, kind, actor)
) STRICT;

CREATE TABLE place (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    country TEXT NOT NULL,
    admin1 TEXT NOT NULL,
    lat REAL NOT NULL,
    lon REAL NOT NULL,
    geonameid INTEGER NOT NULL,                   -- 0 for none
    resolution TEXT NOT NULL,
    shape TEXT NOT NULL,                          -- how the text keeps it vague: near, north_of, …
    UNIQUE (name, country, admin1, lat, lon, geonameid, resolution, shape)
) STRICT;

CREATE TABLE code (
    id INTEGER PRIMARY KEY,
    plover TEXT NOT NULL,
    mode TEXT NOT NULL,
    contexts TEXT NOT NULL,                       -- with blanks between
    cameo TEXT NOT NULL,
    kind TEXT NOT NULL,
    goldstein REAL,
    UNIQUE (plover, mode, contexts, cameo, kind, goldstein)
) STRICT;

-- What was read. All of it is made again by a rebuild.

CREATE TABLE reading (
    report INTEGER PRIMARY KEY REFERENCES report,
    events BLOB NOT NULL,                         -- packed, see pack.rs: what a picture loads
    entities BLOB NOT NULL                        -- ids, packed
) STRICT;

CREATE TABLE statement (
    id INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL REFERENCES word,
    source INTEGER REFERENCES entity,
    source_start INTEGER,
    source_end INTEGER,
    act INTEGER REFERENCES word,
    cue_start INTEGER,
    cue_end INTEGER,
    negated INTEGER NOT NULL,
    content BLOB NOT NULL,                        -- pairs of start and end, packed
    addressee INTEGER REFERENCES entity,
    said TEXT,
    within INTEGER                                -- the number of the statement in whose content it stands
) STRICT;
CREATE INDEX statement_source ON statement (source);

CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    code INTEGER NOT NULL REFERENCES code,
    standing INTEGER NOT NULL REFERENCES word,
    negated INTEGER NOT NULL,
    statement INTEGER,                            -- the number of the statement that carries it
    trigger_start INTEGER NOT NULL,
    trigger_end INTEGER NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL
) STRICT;
CREATE INDEX event_code ON event (code);

CREATE TABLE event_actor (
    actor INTEGER NOT NULL REFERENCES actor,
    event INTEGER NOT NULL REFERENCES event,
    role INTEGER NOT NULL,                        -- 1 acts, 2 is acted upon, 3 says so
    PRIMARY KEY (actor, event, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE event_place (
    place INTEGER NOT NULL REFERENCES place,
    event INTEGER NOT NULL REFERENCES event,
    PRIMARY KEY (place, event)
) STRICT, WITHOUT ROWID;

CREATE TABLE mentioned (
    entity INTEGER NOT NULL REFERENCES entity,
    report INTEGER NOT NULL REFERENCES report,
    PRIMARY KEY (entity, report)
) STRICT, WITHOUT ROWID;
