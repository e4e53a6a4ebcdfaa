-- Closed conversations by what they were about, newest first, for the cases that an open one resembles.
CREATE INDEX conversation_solved ON conversation (intent, created_at) WHERE shelf = 3 AND intent <> '';
-- What came from upstream closed already and nobody has read; what was read once keeps what was read then.
CREATE INDEX conversation_unread ON conversation (judged_by) WHERE shelf = 3 AND origin = 0 AND judged_by = 0;
