-- How sure an intent was read, in steps of 1e-4, where the conversation was drawn for somebody to look at whether it was
-- read rightly. NULL: somebody came upon it. What stands has the same names in was and became.
ALTER TABLE correction ADD COLUMN drawn INTEGER CHECK (drawn BETWEEN 0 AND 10000);
