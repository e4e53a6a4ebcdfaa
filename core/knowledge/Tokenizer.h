#pragma once

#include "core/knowledge/Pieces.h"
#include "core/knowledge/TokenizerSteps.h"

namespace baton::knowledge {

/// Cuts text into the tokens of a model, as its tokenizer.json says (WordPiece or Unigram).
/// Immutable; any thread.
class Tokenizer
{
public:
    /// Errors: InvalidInput, whose subject is the file and whose detail names the member.
    static Result<Tokenizer> read(const QString &path, const QByteArray &bytes);

    /// What the model does not know is left out.
    std::vector<int> idsOf(const QString &text) const;
    int size() const { return m_size; } ///< ids are below

private:
    Rewrite m_rewrite;
    Cut m_cut;
    PieceCutter m_pieces;
    int m_size = 0;
};

} // namespace baton::knowledge
