-- What reviewers answer, each version as its file; the newest one holds. A review keeps the number of its own.
CREATE TABLE scorecard (
    version INTEGER PRIMARY KEY,
    author_id TEXT NOT NULL,
    author_name TEXT NOT NULL,
    at INTEGER NOT NULL,
    file BLOB NOT NULL
) STRICT;

CREATE TRIGGER scorecard_is_not_altered BEFORE UPDATE ON scorecard
BEGIN SELECT raise(ABORT, 'scorecards are insert-only'); END;
CREATE TRIGGER scorecard_is_not_removed BEFORE DELETE ON scorecard
BEGIN SELECT raise(ABORT, 'scorecards are insert-only'); END;
