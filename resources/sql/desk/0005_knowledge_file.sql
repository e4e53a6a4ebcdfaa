-- Where documents were last read from, so that a folder's next reading tells what is new, changed and gone.
-- fingerprint: of the file when all of it was taken; NULL where some of it was refused.
CREATE TABLE knowledge_file (
    path TEXT PRIMARY KEY CHECK (path <> ''),
    fingerprint BLOB
) STRICT;

-- gone: the file was read again, and no longer holds the document.
CREATE TABLE knowledge_origin (
    id TEXT PRIMARY KEY CHECK (id <> ''),
    path TEXT NOT NULL,
    gone INTEGER NOT NULL CHECK (gone IN (0, 1))
) STRICT;

CREATE INDEX knowledge_origin_path ON knowledge_origin (path, id);
