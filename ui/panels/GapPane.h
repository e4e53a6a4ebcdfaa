#pragma once

#include "core/desk/KnowledgeBoard.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

class QScrollArea;

namespace baton::ui {

class Label;

/// What was said without a source in conversations of one intent: each sentence, why it was sent,
/// and the way to write it down.
class GapPane : public QWidget
{
    Q_OBJECT

public:
    GapPane(const Look &look, const Clock &clock, QWidget *parent = nullptr);

    void setGaps(const GapGroup &group);
    void focusText();

Q_SIGNALS:
    void writeRequested(const baton::Gap &gap);
    void openRequested(const baton::ConversationId &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *card(const Gap &gap);

    const Look &m_look;
    const Clock &m_clock;
    GapGroup m_group;
    Label *m_title;
    Label *m_line;
    QScrollArea *m_scroll;
};

} // namespace baton::ui
