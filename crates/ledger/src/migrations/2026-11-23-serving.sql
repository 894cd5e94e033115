-- Schema 3. What is searched and shown: texts by their words, the sentences around statements, and what changed when.

-- No text is kept twice: these hold words and where they stand. The row of a statement has its id.
CREATE VIRTUAL TABLE report_text USING fts5 (
    title, text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE statement_text USING fts5 (
    text, party, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
);

-- The sentences that hold its source, cue and content.
ALTER TABLE statement ADD COLUMN sentence_start INTEGER NOT NULL DEFAULT 0;
ALTER TABLE statement ADD COLUMN sentence_end INTEGER NOT NULL DEFAULT 0;

-- As in `input`, where it lies behind the text.
ALTER TABLE report ADD COLUMN language TEXT;

CREATE INDEX report_revision ON report (revision_of) WHERE revision_of IS NOT NULL;
CREATE INDEX copy_of ON copy (of);

-- One row for each of the last batches that changed what a picture or a list shows.
CREATE TABLE change (
    number INTEGER PRIMARY KEY,
    since INTEGER NOT NULL,                       -- the first day of publication that it touched; 0 for all days
    reports INTEGER NOT NULL,                     -- the number of the last report before it
    how INTEGER NOT NULL                          -- 0 it only added reports, 1 revisions too, 2 it did something else
) STRICT;

-- Reports of an older schema whose texts are still to be indexed: those after one number up to another. Mostly no row.
CREATE TABLE backlog (after INTEGER NOT NULL, last INTEGER NOT NULL) STRICT;
INSERT INTO backlog (after, last) SELECT 0, number FROM report ORDER BY number DESC LIMIT 1;
