-- Where a conversation stands in a draw by lot (a canary's share); what is kept is read once more for it. Two blobs
-- joined are a text to SQLite.
UPDATE signal SET packed = CAST(packed || x'0000' AS BLOB), read_by = -1;
