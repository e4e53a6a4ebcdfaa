-- Replies that wait for a lead, and what became of them. Nothing of them is in outbox before they are approved.
CREATE TABLE approval (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE CHECK (key <> ''), -- of the reply in outbox, once it is there
    conversation TEXT NOT NULL CHECK (conversation <> ''),
    author_id TEXT NOT NULL,
    author_name TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    base_version INTEGER NOT NULL,
    base_last_public TEXT NOT NULL,
    base_owner TEXT NOT NULL,
    base_state TEXT NOT NULL,
    closes INTEGER NOT NULL CHECK (closes IN (0, 1)),
    why TEXT NOT NULL CHECK (why IN ('agent', 'intent')),
    intent TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('asked', 'approved', 'returned', 'withdrawn')),
    decided_id TEXT NOT NULL DEFAULT '',
    decided_name TEXT NOT NULL DEFAULT '',
    decided_at INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT '',
    read INTEGER NOT NULL DEFAULT 0 CHECK (read IN (0, 1))
) STRICT;
-- One a conversation at a time.
CREATE UNIQUE INDEX approval_asked ON approval (conversation) WHERE status = 'asked';
CREATE INDEX approval_open ON approval (sequence) WHERE status = 'asked' OR (status = 'returned' AND read = 0);
