-- Which notes of reviewers the person whose work it was has read.
CREATE TABLE coaching_read (
    review INTEGER PRIMARY KEY REFERENCES review (seq),
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX review_agent ON review (agent_id, seq);
