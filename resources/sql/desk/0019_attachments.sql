-- What goes with a reply: names, SHA-256, sizes and types, as JSON; empty: nothing. The bytes lie in attachments/.
ALTER TABLE outbox ADD COLUMN attachments TEXT NOT NULL DEFAULT '';
ALTER TABLE approval ADD COLUMN attachments TEXT NOT NULL DEFAULT '';
-- The same, of a reply that is still being written.
CREATE TABLE attached (
    conversation TEXT NOT NULL PRIMARY KEY CHECK (conversation <> ''),
    attachments TEXT NOT NULL CHECK (attachments <> '')
) STRICT;
