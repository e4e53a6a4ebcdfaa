-- What became of a draft, beside its row in feedback (of kind draft): the reply that went out and how far it is from the draft.
-- survival: a letter a sentence, kept, edited or removed. distance: Levenshtein ÷ the longer length.
CREATE TABLE draft_use (
    feedback INTEGER PRIMARY KEY REFERENCES feedback (seq),
    conversation TEXT NOT NULL,
    sent TEXT NOT NULL,
    distance REAL NOT NULL,
    survival TEXT NOT NULL,
    shown_at INTEGER NOT NULL
) STRICT;

CREATE INDEX draft_use_conversation ON draft_use (conversation, feedback);

CREATE TRIGGER draft_use_is_not_altered BEFORE UPDATE ON draft_use
BEGIN SELECT raise(ABORT, 'draft uses are insert-only'); END;
CREATE TRIGGER draft_use_is_not_removed BEFORE DELETE ON draft_use
BEGIN SELECT raise(ABORT, 'draft uses are insert-only'); END;

-- What monitors picked to be reviewed. todo: this desk's agent has still to review it.
CREATE TABLE review_item (
    row INTEGER PRIMARY KEY,
    conversation TEXT NOT NULL UNIQUE,
    closed_at INTEGER NOT NULL,
    monitors INTEGER NOT NULL,
    reason TEXT NOT NULL,
    reason_name TEXT NOT NULL,
    reason_limit REAL NOT NULL,
    reason_share REAL NOT NULL,
    doubled INTEGER NOT NULL,
    planted INTEGER NOT NULL,
    tier TEXT NOT NULL,
    intent TEXT NOT NULL,
    contained INTEGER NOT NULL,
    replies INTEGER NOT NULL,
    fate TEXT NOT NULL, -- empty: no draft was shown
    changed REAL NOT NULL,
    todo INTEGER NOT NULL
) STRICT;

CREATE INDEX review_item_list ON review_item (todo, closed_at, row);

CREATE TABLE review (
    seq INTEGER PRIMARY KEY,
    conversation TEXT NOT NULL,
    reviewer_id TEXT NOT NULL,
    reviewer_name TEXT NOT NULL,
    agent_id TEXT NOT NULL, -- empty: the bot
    agent_name TEXT NOT NULL,
    at INTEGER NOT NULL,
    took_ms INTEGER NOT NULL,
    scorecard INTEGER NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('pass', 'coach', 'fail')),
    comment TEXT NOT NULL,
    planted INTEGER NOT NULL,
    caught INTEGER NOT NULL,
    UNIQUE (conversation, reviewer_id)
) STRICT;

CREATE INDEX review_reviewer ON review (reviewer_id, seq);

-- points: 1 to 5. by: never added up across.
CREATE TABLE review_score (
    review INTEGER NOT NULL REFERENCES review (seq),
    criterion TEXT NOT NULL,
    by TEXT NOT NULL CHECK (by IN ('person', 'rule')),
    points INTEGER NOT NULL CHECK (points BETWEEN 1 AND 5),
    PRIMARY KEY (review, criterion, by)
) STRICT, WITHOUT ROWID;

-- Sentences of the reply that a reviewer marked as wrong, from 0.
CREATE TABLE review_mark (
    review INTEGER NOT NULL REFERENCES review (seq),
    sentence INTEGER NOT NULL,
    PRIMARY KEY (review, sentence)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER review_is_not_altered BEFORE UPDATE ON review
BEGIN SELECT raise(ABORT, 'reviews are insert-only'); END;
CREATE TRIGGER review_is_not_removed BEFORE DELETE ON review
BEGIN SELECT raise(ABORT, 'reviews are insert-only'); END;
