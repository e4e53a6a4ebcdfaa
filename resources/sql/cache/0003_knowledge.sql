-- The passages of current documents; made again from desk.sqlite. language is the first subtag, lower case.
CREATE TABLE passage (
    row INTEGER PRIMARY KEY,
    document TEXT NOT NULL,
    version INTEGER NOT NULL,
    place INTEGER NOT NULL,
    audience INTEGER NOT NULL,
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    heading TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (document, place)
) STRICT;

-- Ranked by BM25, so what a rank needs is kept (detail, columnsize); words as they are, as in search.
CREATE VIRTUAL TABLE search_passage USING fts5 (
    title, heading, text,
    content = 'passage', content_rowid = 'row',
    tokenize = 'unicode61 remove_diacritics 2'
);
