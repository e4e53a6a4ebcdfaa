-- What agents have live systems do, exactly as it is sent. A row is here before anything leaves.
-- begun: it was sent, and how that ended is not known; the same key makes it happen once.
CREATE TABLE action (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE CHECK (key <> ''),
    conversation TEXT NOT NULL CHECK (conversation <> ''),
    name TEXT NOT NULL,
    title TEXT NOT NULL,
    about TEXT NOT NULL,
    system TEXT NOT NULL,
    method TEXT NOT NULL,
    url TEXT NOT NULL,
    body TEXT NOT NULL,
    key_header TEXT NOT NULL,
    arguments TEXT NOT NULL, -- a JSON object
    amount REAL,
    currency TEXT,
    asked_id TEXT NOT NULL,
    asked_name TEXT NOT NULL,
    asked_at INTEGER NOT NULL,
    approved_id TEXT,
    approved_name TEXT,
    approved_at INTEGER,
    status TEXT NOT NULL CHECK (status IN ('asked', 'waiting', 'done', 'refused', 'unconfirmed', 'withdrawn')),
    begun INTEGER NOT NULL DEFAULT 0 CHECK (begun IN (0, 1)),
    attempts INTEGER NOT NULL DEFAULT 0,
    problem TEXT, -- the kind of the last error
    problem_subject TEXT,
    problem_detail TEXT,
    answer TEXT NOT NULL DEFAULT '',
    settled_at INTEGER,
    dismissed INTEGER NOT NULL DEFAULT 0 CHECK (dismissed IN (0, 1)), -- of one that failed: somebody has seen it
    CHECK (status IN ('asked', 'withdrawn') OR approved_id IS NOT NULL)
) STRICT;
CREATE INDEX action_conversation ON action (conversation, sequence);
CREATE INDEX action_open ON action (sequence)
WHERE status IN ('asked', 'waiting', 'refused', 'unconfirmed') AND dismissed = 0;
