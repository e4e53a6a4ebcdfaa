-- What a conversation has to do with others: found as it arrives.
ALTER TABLE conversation ADD COLUMN contact TEXT NOT NULL DEFAULT ''; -- an address that names the customer too
ALTER TABLE conversation ADD COLUMN ended_at INTEGER NOT NULL DEFAULT 0; -- of a closed one
ALTER TABLE conversation ADD COLUMN says_back INTEGER NOT NULL DEFAULT 0; -- the packet says that the customer is back
ALTER TABLE conversation ADD COLUMN back_to TEXT NOT NULL DEFAULT ''; -- what back_ms counts from
ALTER TABLE conversation ADD COLUMN duplicate_of TEXT NOT NULL DEFAULT '';
ALTER TABLE conversation ADD COLUMN incident INTEGER NOT NULL DEFAULT 0; -- the row of the first who wrote the same

CREATE INDEX conversation_contact ON conversation (contact, created_at) WHERE contact <> '';
CREATE INDEX conversation_incident ON conversation (incident, created_at) WHERE incident <> 0;
CREATE INDEX conversation_incident_waiting ON conversation (incident) WHERE incident <> 0 AND shelf = 1;

-- Texts that were written lately, each once: who writes the same leads to the first, whose time is then that of the
-- newest. bands: eight bytes each, big end first.
CREATE TABLE echo (
    row INTEGER PRIMARY KEY REFERENCES conversation (row),
    at INTEGER NOT NULL,
    words BLOB NOT NULL,
    bands BLOB NOT NULL
) STRICT;
CREATE INDEX echo_at ON echo (at);

CREATE TABLE echo_band (
    band INTEGER NOT NULL,
    row INTEGER NOT NULL,
    PRIMARY KEY (band, row)
) STRICT, WITHOUT ROWID;

-- What is open is read once more, so that it is compared with the others.
UPDATE conversation SET judged_by = 0 WHERE shelf <> 3;
