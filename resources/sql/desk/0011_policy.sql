-- The versions of the policy, each as its file; the newest one holds. Version 1 comes with the program.
CREATE TABLE policy (
    version INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL,
    author_id TEXT NOT NULL, -- stop-loss: no person
    author_name TEXT NOT NULL,
    at INTEGER NOT NULL,
    note TEXT NOT NULL,
    file BLOB NOT NULL
) STRICT;

CREATE TRIGGER policy_is_not_altered BEFORE UPDATE ON policy
BEGIN SELECT raise(ABORT, 'policies are insert-only'); END;
CREATE TRIGGER policy_is_not_removed BEFORE DELETE ON policy
BEGIN SELECT raise(ABORT, 'policies are insert-only'); END;
