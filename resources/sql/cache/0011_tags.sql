-- Tags, a line each; tag_keys: the same without case, each between line ends. touched_at: when something was last
-- written or done in it.
ALTER TABLE conversation ADD COLUMN tags TEXT NOT NULL DEFAULT '';
ALTER TABLE conversation ADD COLUMN tag_keys TEXT NOT NULL DEFAULT '';
ALTER TABLE conversation ADD COLUMN touched_at INTEGER NOT NULL DEFAULT 0;
UPDATE conversation SET touched_at = max(created_at, ended_at);
CREATE INDEX conversation_tagged ON conversation (row) WHERE tag_keys <> '';
CREATE INDEX conversation_touched ON conversation (touched_at) WHERE origin = 0;
-- What is open is read once more, so that its tags are seen.
UPDATE conversation SET judged_by = 0 WHERE shelf <> 3;
