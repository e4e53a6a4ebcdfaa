-- Knowledge as it was read: every version of every document, for good, so that a citation opens what it cited.
-- change grows over both tables; cache.sqlite remembers how far it has followed.
CREATE TABLE knowledge (
    change INTEGER PRIMARY KEY,
    id TEXT NOT NULL CHECK (id <> ''),
    version INTEGER NOT NULL CHECK (version >= 1),
    sha256 BLOB NOT NULL, -- of the file
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    audience TEXT NOT NULL CHECK (audience IN ('customer', 'internal')),
    language TEXT NOT NULL,
    changed INTEGER,
    review INTEGER,
    intents TEXT NOT NULL, -- a JSON array
    passages INTEGER NOT NULL,
    author TEXT NOT NULL,
    at INTEGER NOT NULL,
    body BLOB NOT NULL, -- the passages: a JSON array of [heading, text]
    UNIQUE (id, version)
) STRICT;

-- From this version on the document is history only, until a higher version comes.
CREATE TABLE knowledge_retired (
    change INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    author TEXT NOT NULL,
    at INTEGER NOT NULL,
    UNIQUE (id, version),
    FOREIGN KEY (id, version) REFERENCES knowledge (id, version)
) STRICT;

CREATE TRIGGER knowledge_is_not_altered BEFORE UPDATE ON knowledge
BEGIN SELECT raise(ABORT, 'knowledge is insert-only'); END;
CREATE TRIGGER knowledge_is_not_removed BEFORE DELETE ON knowledge
BEGIN SELECT raise(ABORT, 'knowledge is insert-only'); END;
CREATE TRIGGER knowledge_retired_is_not_altered BEFORE UPDATE ON knowledge_retired
BEGIN SELECT raise(ABORT, 'knowledge is insert-only'); END;
CREATE TRIGGER knowledge_retired_is_not_removed BEFORE DELETE ON knowledge_retired
BEGIN SELECT raise(ABORT, 'knowledge is insert-only'); END;
