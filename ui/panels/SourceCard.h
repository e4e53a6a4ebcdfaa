#pragma once

#include "ui/models/SourceLines.h"
#include "ui/panels/Popover.h"

namespace baton::ui {

class Label;

/// A source: where it stands, and its words as they were used; with what stands around them once
/// that is read.
class SourceCard : public Popover
{
    Q_OBJECT

public:
    /// number: of the source in a reply; 0 for one that no reply rests on.
    SourceCard(const Look &look, int number, const SourceLine &line, QWidget *parent);

    const std::optional<PassagePlace> &passage() const { return m_line.passage; }
    /// The whole passage, as it was; the words that were used stand out.
    void showPassage(const QString &text);

Q_SIGNALS:
    /// The passage is wrong, the agent says; why has to be asked, beside where the card stood.
    void disputeRequested(const baton::PassagePlace &place, const QRect &globalPlace);
    void openRequested(const baton::PassagePlace &place); ///< in its document

private:
    QWidget *buildFoot(const Look &look, bool disputable);

    SourceLine m_line;
    Label *m_words;
};

} // namespace baton::ui
