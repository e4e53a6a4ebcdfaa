-- The tier that an agent gave a conversation stands in the queue in place of the one that was read.
CREATE INDEX feedback_tier ON feedback (conversation, seq) WHERE kind = 'tier';
