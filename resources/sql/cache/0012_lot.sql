-- Where a conversation stands in a draw by lot (a canary's share); what is kept is read once more for it.
UPDATE signal SET packed = packed || x'0000', read_by = -1;
