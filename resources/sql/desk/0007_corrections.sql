-- Intents that agents corrected, as examples to learn from: the newest of each conversation.
-- text: what the intent was read from, for a row may be gone from the cache when it is learnt.
CREATE TABLE correction (
    conversation TEXT PRIMARY KEY,
    text TEXT NOT NULL CHECK (text <> ''),
    was TEXT NOT NULL,
    became TEXT NOT NULL,
    agent_id TEXT NOT NULL,
    agent_name TEXT NOT NULL,
    at INTEGER NOT NULL,
    used INTEGER NOT NULL CHECK (used IN (0, 1))
) STRICT;
