-- What can be pulled or imported again. Moments are milliseconds since 1970, UTC; enums are the numbers of
-- core/domain. A conversation's columns show it with this desk's acts folded in.

CREATE TABLE conversation (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    hash BLOB NOT NULL,
    origin INTEGER NOT NULL,
    shelf INTEGER NOT NULL, -- 0 with the bot, 1 in the queue, 2 snoozed, 3 in the archive
    state INTEGER NOT NULL,
    channel INTEGER NOT NULL,
    value INTEGER NOT NULL,
    owner_id TEXT, -- null: nobody
    owner_name TEXT NOT NULL,
    customer_id TEXT NOT NULL,
    name TEXT NOT NULL,
    need TEXT NOT NULL,
    queue TEXT NOT NULL,
    sla_state INTEGER NOT NULL,
    sla_source INTEGER NOT NULL,
    sla_started INTEGER,
    due INTEGER,
    safety INTEGER NOT NULL,
    due_floor INTEGER NOT NULL,
    tier INTEGER NOT NULL,
    value_rank INTEGER NOT NULL,
    waiting_since INTEGER NOT NULL,
    snoozed_until INTEGER,
    created_at INTEGER NOT NULL,
    unseen INTEGER NOT NULL -- the customer's last message is newer than what the agent has looked at
) STRICT;

-- The order of the queue, complete, so that a page and all the row numbers come from the index as they stand in it.
-- shelf is a column too, or SQLite would look it up in the table; sla_state and due serve what is due soon.
CREATE INDEX conversation_queue ON conversation
    (shelf, safety, due_floor, tier, value_rank, waiting_since, id, sla_state, due) WHERE shelf = 1;
CREATE INDEX conversation_owner ON conversation
    (owner_id, safety, due_floor, tier, value_rank, waiting_since, id, shelf)
    WHERE owner_id IS NOT NULL AND shelf IN (1, 2);
CREATE INDEX conversation_archive ON conversation (shelf) WHERE shelf = 3;
CREATE INDEX conversation_snoozed ON conversation (snoozed_until) WHERE shelf = 2;
CREATE INDEX conversation_customer ON conversation (customer_id, created_at);

-- How many conversations stand on each shelf; kept by each transaction.
CREATE TABLE shelf_count (
    shelf INTEGER PRIMARY KEY,
    conversations INTEGER NOT NULL
) STRICT;
INSERT INTO shelf_count VALUES (0, 0), (1, 0), (2, 0), (3, 0);

-- The line as it came.
CREATE TABLE packet (
    row INTEGER PRIMARY KEY REFERENCES conversation (row),
    line BLOB NOT NULL
) STRICT;

-- Messages that an earlier version of the packet had; a JSON array.
CREATE TABLE withdrawn (
    row INTEGER PRIMARY KEY REFERENCES conversation (row),
    messages BLOB NOT NULL
) STRICT;

CREATE TABLE sync_state (
    name TEXT PRIMARY KEY,
    value ANY NOT NULL
) STRICT, WITHOUT ROWID;

-- What search sees of a conversation; message texts are joined by U+001E.
CREATE TABLE search_document (
    row INTEGER PRIMARY KEY REFERENCES conversation (row),
    customer TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;

-- Words as they are (no stemming), so that what is typed so far always matches. '-' and the like part words: the
-- order NW-48213 is the words nw and 48213, found by its number alone too. detail = none keeps which conversations
-- have a word, not where: that makes prefixes of every length cheap enough to index, and a search for any beginning
-- of any word takes its newest hits from one list instead of merging many. Hits come newest first, so no ranking data
-- is kept (columnsize).
CREATE VIRTUAL TABLE search USING fts5 (
    customer, subject, body,
    content = 'search_document', content_rowid = 'row',
    tokenize = 'unicode61 remove_diacritics 2',
    prefix = '1 2 3 4 5 6 7 8 9 10 11 12', detail = none, columnsize = 0
);
-- Merging by itself comes in bursts, too long for one write: the store merges a little after each.
INSERT INTO search (search, rank) VALUES ('automerge', 0), ('usermerge', 8), ('crisismerge', 64);
