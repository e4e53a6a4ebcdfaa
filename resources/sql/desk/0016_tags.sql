-- Tags are one more thing that agents do: a line each.
CREATE TABLE outbox_with_tags (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    conversation TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('claim', 'release', 'reply', 'note', 'snooze', 'transfer', 'close', 'tag')),
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
    change INTEGER NOT NULL,
    tags_added TEXT NOT NULL DEFAULT '',
    tags_removed TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO outbox_with_tags
SELECT sequence, key, conversation, kind, agent_id, agent_name, at, base_version, base_last_public, base_owner,
    base_state, text, until, to_queue, to_agent_id, to_agent_name, outcome, status, hold, not_before, begun, attempts,
    last_error, change, '', ''
FROM outbox;
DROP TABLE outbox;
ALTER TABLE outbox_with_tags RENAME TO outbox;

CREATE INDEX outbox_conversation ON outbox (conversation, sequence);
CREATE INDEX outbox_open ON outbox (sequence) WHERE status IN ('waiting', 'held', 'refused');
CREATE INDEX outbox_change ON outbox (change);
