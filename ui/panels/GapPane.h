#pragma once

#include "core/desk/KnowledgeBoard.h"
#include "ui/panels/ReadingPane.h"

namespace baton::ui {

/// What was said without a source in conversations of one intent: each sentence, why it was sent,
/// and the way to write it down.
class GapPane : public ReadingPane
{
    Q_OBJECT

public:
    GapPane(const Look &look, const Clock &clock, QWidget *parent = nullptr);

    void setGaps(const GapGroup &group);

Q_SIGNALS:
    void writeRequested(const baton::Gap &gap);
    void openRequested(const baton::ConversationId &id);

private:
    QWidget *card(const Gap &gap);

    const Clock &m_clock;
    GapGroup m_group;
};

} // namespace baton::ui
