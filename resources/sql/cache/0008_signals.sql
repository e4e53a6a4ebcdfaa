-- What a policy needs of each conversation, without its text (core/store/SignalTable.cpp has the layout of packed).
-- read_by: the reader, which is its models, terms and lexicon; policies do not matter.
CREATE TABLE signal (
    row INTEGER PRIMARY KEY, -- of conversation
    at INTEGER NOT NULL,
    read_by INTEGER NOT NULL,
    packed BLOB NOT NULL
) STRICT;

-- Intents, queues and people that packed names by number.
CREATE TABLE signal_name (
    code INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
) STRICT;

UPDATE conversation SET judged_by = 0 WHERE shelf <> 3; -- read anew, so that it is written
