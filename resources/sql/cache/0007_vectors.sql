-- What an embedding model makes of the texts of passages, by the text's SHA-256: a new version of a document asks only
-- for what changed. vector: f32, little-endian; all zero where the model knows no word of the text.
CREATE TABLE vector (
    row INTEGER PRIMARY KEY,
    model TEXT NOT NULL CHECK (model <> ''),
    text_sha256 BLOB NOT NULL CHECK (length(text_sha256) = 32),
    dimension INTEGER NOT NULL CHECK (dimension > 0),
    vector BLOB NOT NULL CHECK (length(vector) = 4 * dimension),
    UNIQUE (model, text_sha256)
) STRICT;
