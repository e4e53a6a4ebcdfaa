#pragma once

#include "core/desk/DeskTypes.h"
#include "core/domain/Summary.h"
#include "ui/panels/Sheet.h"

#include <QtCore/QTimer>

class QScrollArea;

namespace baton::ui {

/// A long conversation in a few lines, each with a button for every message that it rests on. By
/// Baton from the start; by the model where one is set up and somebody asks.
class SummarySheet : public Sheet
{
    Q_OBJECT

public:
    SummarySheet(const Look &look, const Clock &clock, QWidget *parent);

    void setConversation(const ConversationSnapshot &snapshot);
    void setSummary(const Summary &summary);
    void showModelText(const ModelText &text);

Q_SIGNALS:
    void modelRequested();
    void modelStopRequested();
    void messageRequested(const baton::MessageId &message);

private:
    void addPart(SummaryPart part, const QString &title);
    void addLine(const SummaryLine &line);
    void addStatusLine();
    void addLinks(QLayout *row, const QList<MessageId> &messages);
    void addTitle(const QString &title);
    void tell(const QString &text);
    bool modelRuns() const;
    void askModel();
    void showProgress();

    const Look &m_look;
    const Clock &m_clock;
    Conversation m_conversation;
    Summary m_summary;
    ModelText m_text;
    QTimer m_tick;
    QVBoxLayout *m_lines = nullptr;
    QScrollArea *m_scroll = nullptr;
    Label *m_said;
    Button *m_byModel;
};

} // namespace baton::ui
