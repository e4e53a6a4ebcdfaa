-- Words by their stems, so that "refunded" finds "refund".
DROP TABLE search_passage;
CREATE VIRTUAL TABLE search_passage USING fts5 (
    title, heading, text,
    content = 'passage', content_rowid = 'row',
    tokenize = 'porter unicode61 remove_diacritics 2'
);
INSERT INTO search_passage (search_passage) VALUES ('rebuild');
