-- Also how many were of a known intent, and how many replies had a draft. All is counted anew.
DROP TABLE tally;
CREATE TABLE tally (
    day INTEGER NOT NULL, -- on which they ended, since 1970-01-01, UTC
    intent TEXT NOT NULL,
    channel INTEGER NOT NULL,
    arm INTEGER NOT NULL,
    ended INTEGER NOT NULL,
    known INTEGER NOT NULL, -- of an intent
    contained INTEGER NOT NULL,
    abandoned INTEGER NOT NULL,
    back INTEGER NOT NULL,
    contained_back INTEGER NOT NULL,
    contained_known INTEGER NOT NULL,
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
    covered INTEGER NOT NULL, -- by a draft each
    drafts INTEGER NOT NULL,
    as_is INTEGER NOT NULL,
    light INTEGER NOT NULL,
    rewritten INTEGER NOT NULL,
    discarded INTEGER NOT NULL,
    handled INTEGER NOT NULL,
    handle_ms INTEGER NOT NULL,
    PRIMARY KEY (day, intent, channel, arm)
) STRICT, WITHOUT ROWID;
DELETE FROM tally_spread;
DELETE FROM contact;
INSERT OR REPLACE INTO sync_state SELECT 'uncounted', coalesce(max(row), 0) FROM conversation;
