-- What exists nowhere else. Moments are milliseconds since 1970, UTC.

CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- salt: for hashes of text in the audit log. desk: tells this file from any other.
INSERT INTO meta VALUES ('salt', randomblob(32)), ('desk', randomblob(16));

CREATE TABLE draft (
    conversation TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('reply', 'note')),
    text TEXT NOT NULL,
    base_version INTEGER NOT NULL,
    base_last_public TEXT NOT NULL,
    base_owner TEXT NOT NULL,
    base_state TEXT NOT NULL,
    saved_at INTEGER NOT NULL,
    PRIMARY KEY (conversation, kind)
) STRICT, WITHOUT ROWID;

-- The last message that the agent has looked at. change: see outbox.
CREATE TABLE seen (
    conversation TEXT PRIMARY KEY,
    message TEXT NOT NULL,
    change INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX seen_change ON seen (change);

-- change grows with every alteration of a row here or in seen; cache.sqlite remembers how far it has followed.
-- begun: a push was begun and its end is not known, so upstream may have the act.
CREATE TABLE outbox (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    conversation TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('claim', 'release', 'reply', 'note', 'snooze', 'transfer', 'close')),
    agent_id TEXT NOT NULL,
    agent_name TEXT NOT NULL,
    at INTEGER NOT NULL,
    base_version INTEGER NOT NULL,
    base_last_public TEXT NOT NULL,
    base_owner TEXT NOT NULL,
    base_state TEXT NOT NULL,
    text TEXT NOT NULL,
    until INTEGER,
    to_queue TEXT NOT NULL,
    to_agent_id TEXT,
    to_agent_name TEXT,
    outcome TEXT,
    status TEXT NOT NULL CHECK (status IN ('waiting', 'held', 'acknowledged', 'undone', 'discarded', 'refused')),
    hold TEXT NOT NULL,
    not_before INTEGER NOT NULL,
    begun INTEGER NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0,
    last_error TEXT NOT NULL DEFAULT '',
    change INTEGER NOT NULL
) STRICT;

CREATE INDEX outbox_conversation ON outbox (conversation, sequence);
CREATE INDEX outbox_open ON outbox (sequence) WHERE status IN ('waiting', 'held', 'refused');
CREATE INDEX outbox_change ON outbox (change);

-- Ids and salted hashes, never text. hash covers prev and every column before it.
CREATE TABLE audit (
    seq INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    prev BLOB NOT NULL,
    hash BLOB NOT NULL
) STRICT;

CREATE TRIGGER audit_is_not_altered BEFORE UPDATE ON audit
BEGIN SELECT raise(ABORT, 'the audit log is append-only'); END;
CREATE TRIGGER audit_is_not_cut BEFORE DELETE ON audit
BEGIN SELECT raise(ABORT, 'the audit log is append-only'); END;

CREATE TABLE document (
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    sha256 BLOB NOT NULL,
    author TEXT NOT NULL,
    at INTEGER NOT NULL,
    note TEXT NOT NULL,
    body BLOB NOT NULL,
    PRIMARY KEY (kind, version)
) STRICT;

CREATE TRIGGER document_is_not_altered BEFORE UPDATE ON document
BEGIN SELECT raise(ABORT, 'documents are insert-only'); END;
CREATE TRIGGER document_is_not_removed BEFORE DELETE ON document
BEGIN SELECT raise(ABORT, 'documents are insert-only'); END;
