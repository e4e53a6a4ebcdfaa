-- What the stop-loss found, what people did about it, and what followed: insert-only. Weeks are those of ISO 8601, numbered
-- from that of 1970-01-01.
CREATE TABLE stop_event (
    seq INTEGER PRIMARY KEY,
    week INTEGER NOT NULL,
    segment TEXT NOT NULL,
    was TEXT NOT NULL CHECK (was IN ('armed', 'tripped', 'ready', 'canary')),
    became TEXT NOT NULL CHECK (became IN ('armed', 'tripped', 'ready', 'canary')),
    cause TEXT NOT NULL CHECK (cause IN ('fall', 'breaker', 'person', 'level', 'expired', 'recovered')),
    reason TEXT NOT NULL, -- a person's
    who_id TEXT NOT NULL, -- empty: no person
    who_name TEXT NOT NULL,
    until INTEGER, -- the week at whose end a release expires
    intents TEXT NOT NULL, -- a line each
    policy INTEGER NOT NULL,
    figures TEXT NOT NULL, -- JSON; empty: none
    at INTEGER NOT NULL
) STRICT;

-- Weeks that were looked at.
CREATE TABLE stop_look (
    week INTEGER PRIMARY KEY,
    policy INTEGER NOT NULL,
    at INTEGER NOT NULL
) STRICT;

-- What followed from an event, each once. detail: the policy's version, the folder of the evidence.
CREATE TABLE stop_step (
    event INTEGER NOT NULL REFERENCES stop_event (seq),
    step TEXT NOT NULL CHECK (step IN ('policy', 'pack', 'told')),
    detail TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (event, step)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER stop_event_is_not_altered BEFORE UPDATE ON stop_event
BEGIN SELECT raise(ABORT, 'stop-loss events are insert-only'); END;
CREATE TRIGGER stop_event_is_not_removed BEFORE DELETE ON stop_event
BEGIN SELECT raise(ABORT, 'stop-loss events are insert-only'); END;
CREATE TRIGGER stop_look_is_not_altered BEFORE UPDATE ON stop_look
BEGIN SELECT raise(ABORT, 'stop-loss looks are insert-only'); END;
CREATE TRIGGER stop_look_is_not_removed BEFORE DELETE ON stop_look
BEGIN SELECT raise(ABORT, 'stop-loss looks are insert-only'); END;
CREATE TRIGGER stop_step_is_not_altered BEFORE UPDATE ON stop_step
BEGIN SELECT raise(ABORT, 'stop-loss steps are insert-only'); END;
CREATE TRIGGER stop_step_is_not_removed BEFORE DELETE ON stop_step
BEGIN SELECT raise(ABORT, 'stop-loss steps are insert-only'); END;
