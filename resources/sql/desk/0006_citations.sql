-- What agents answered with, and what they said is wrong. asked: what the customer wanted, as the answer was sent.
CREATE TABLE citation (
    seq INTEGER PRIMARY KEY,
    conversation TEXT NOT NULL,
    document TEXT NOT NULL,
    version INTEGER NOT NULL,
    heading TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('cited', 'disputed')),
    asked TEXT NOT NULL,
    intent TEXT NOT NULL,
    why TEXT NOT NULL,
    agent_id TEXT NOT NULL,
    agent_name TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;

CREATE INDEX citation_document ON citation (document, seq);
