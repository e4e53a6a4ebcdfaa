-- The Markdown that documents were read from, so that they can be edited, by the hash of the file.
CREATE TABLE knowledge_source (
    sha256 BLOB PRIMARY KEY CHECK (length(sha256) = 32),
    text BLOB NOT NULL -- UTF-8
) STRICT;
