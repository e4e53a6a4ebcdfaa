-- What agents make of what the machine made: verdicts on the handoff card, corrections, what became of drafts.
CREATE TABLE feedback (
    seq INTEGER PRIMARY KEY,
    conversation TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('card', 'intent', 'tier', 'draft', 'sentence')),
    was TEXT NOT NULL,
    became TEXT NOT NULL,
    why TEXT NOT NULL,
    agent_id TEXT NOT NULL,
    agent_name TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;

CREATE INDEX feedback_conversation ON feedback (conversation, seq);

CREATE TRIGGER feedback_is_not_altered BEFORE UPDATE ON feedback
BEGIN SELECT raise(ABORT, 'feedback is insert-only'); END;
CREATE TRIGGER feedback_is_not_removed BEFORE DELETE ON feedback
BEGIN SELECT raise(ABORT, 'feedback is insert-only'); END;
