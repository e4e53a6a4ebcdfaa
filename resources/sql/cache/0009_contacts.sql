-- What became of each contact, and the sums of it by day, intent, channel and arm (core/domain/Contact.h): a figure is
-- read from the sums alone. flags: bit 0 abandoned, 1 resolved, 2 closed once by one person, 3 escalated, 4 packet
-- complete, 5 nothing asked again, 6 right queue, 7 in time. drafts: so many of each fate, a byte each. back: the
-- customer came back about the same.
CREATE TABLE contact (
    row INTEGER PRIMARY KEY REFERENCES conversation (row),
    customer TEXT NOT NULL,
    intent TEXT NOT NULL,
    channel INTEGER NOT NULL,
    arm INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    ended_at INTEGER, -- null while it is open
    back INTEGER NOT NULL,
    flags INTEGER NOT NULL,
    csat INTEGER,
    replies INTEGER NOT NULL,
    drafts BLOB NOT NULL,
    distances BLOB NOT NULL,
    first_reply_ms INTEGER,
    handle_ms INTEGER
) STRICT;
CREATE INDEX contact_began ON contact (customer, intent, created_at) WHERE intent <> '';
CREATE INDEX contact_ended ON contact (customer, intent, ended_at) WHERE intent <> '' AND ended_at IS NOT NULL;
CREATE INDEX contact_end ON contact (ended_at) WHERE ended_at IS NOT NULL;

CREATE TABLE tally (
    day INTEGER NOT NULL, -- on which they ended, since 1970-01-01, UTC
    intent TEXT NOT NULL,
    channel INTEGER NOT NULL,
    arm INTEGER NOT NULL,
    ended INTEGER NOT NULL,
    contained INTEGER NOT NULL,
    abandoned INTEGER NOT NULL,
    back INTEGER NOT NULL,
    contained_back INTEGER NOT NULL,
    resolved INTEGER NOT NULL,
    resolved_back INTEGER NOT NULL,
    once INTEGER NOT NULL,
    once_back INTEGER NOT NULL,
    rated INTEGER NOT NULL,
    satisfied INTEGER NOT NULL,
    stars INTEGER NOT NULL,
    star_squares INTEGER NOT NULL,
    escalated INTEGER NOT NULL,
    complete INTEGER NOT NULL,
    not_asked_again INTEGER NOT NULL,
    right_queue INTEGER NOT NULL,
    in_time INTEGER NOT NULL,
    replies INTEGER NOT NULL,
    drafts INTEGER NOT NULL,
    as_is INTEGER NOT NULL,
    light INTEGER NOT NULL,
    rewritten INTEGER NOT NULL,
    discarded INTEGER NOT NULL,
    handled INTEGER NOT NULL,
    handle_ms INTEGER NOT NULL,
    PRIMARY KEY (day, intent, channel, arm)
) STRICT, WITHOUT ROWID;

-- Histograms of times and edit distances, of one day and intent: packed (core/store/SpreadBlob.h).
CREATE TABLE tally_spread (
    day INTEGER NOT NULL,
    intent TEXT NOT NULL,
    arm INTEGER NOT NULL,
    bins BLOB NOT NULL,
    PRIMARY KEY (day, intent, arm)
) STRICT, WITHOUT ROWID;

-- What came before is counted from this row downwards.
INSERT INTO sync_state SELECT 'uncounted', coalesce(max(row), 0) FROM conversation;
