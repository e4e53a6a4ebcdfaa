-- What Baton reads in a conversation and decides on it, as the queue shows it; judged_by 0: not read yet.
ALTER TABLE conversation ADD COLUMN judged_by INTEGER NOT NULL DEFAULT 0;
ALTER TABLE conversation ADD COLUMN route INTEGER NOT NULL DEFAULT 1;
ALTER TABLE conversation ADD COLUMN rules INTEGER NOT NULL DEFAULT 0; -- bit 1 << Rule
ALTER TABLE conversation ADD COLUMN mood INTEGER NOT NULL DEFAULT 3;
ALTER TABLE conversation ADD COLUMN trend INTEGER NOT NULL DEFAULT 1;
ALTER TABLE conversation ADD COLUMN intent TEXT NOT NULL DEFAULT '';
ALTER TABLE conversation ADD COLUMN confidence REAL NOT NULL DEFAULT 0;
-- Milliseconds since the customer's contact before this one; null where there was none or long ago.
ALTER TABLE conversation ADD COLUMN back_ms INTEGER;

CREATE INDEX conversation_tier_c ON conversation
    (safety, due_floor, tier, value_rank, waiting_since, id) WHERE shelf = 1 AND tier = 0;
CREATE INDEX conversation_back ON conversation
    (safety, due_floor, tier, value_rank, waiting_since, id) WHERE shelf = 1 AND back_ms IS NOT NULL;
-- Which have to be read anew; the archive is read when one is opened.
CREATE INDEX conversation_judged ON conversation (judged_by) WHERE shelf <> 3;

-- Two more numbers beside those of the shelves: tier C and recontacts in the queue.
INSERT INTO shelf_count
SELECT 4, count(*) FROM conversation WHERE shelf = 1 AND tier = 0
UNION ALL SELECT 5, 0;
