#pragma once

#include "core/desk/Desk.h"
#include "core/desk/HandoverBoard.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

class QTextBrowser;

namespace baton::ui {

class Button;
class Label;

/// Shift handover: what changed since the agent left, or within some hours, as one page to read,
/// print or save. A name opens its conversation.
class HandoverView : public QWidget
{
    Q_OBJECT

public:
    HandoverView(Desk &desk, const Look &look, QWidget *parent = nullptr);

    void readSinceLeft(); ///< whatever was chosen before
    void take(const ShiftHandover &handover);
    QTextBrowser &page() const { return *m_page; }
    Button &exportButton() const { return *m_export; }
    Button &sinceButton() const { return *m_since; }

Q_SIGNALS:
    void conversationRequested(const baton::ConversationId &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void chooseSince();
    void exportPage();
    void write();

    Desk &m_desk;
    HandoverBoard &m_board;
    const Look &m_look;
    ShiftHandover m_shown;
    std::optional<Instant> m_from; ///< chosen; else since they left
    QTextBrowser *m_page;
    Button *m_since;
    Button *m_export;
};

} // namespace baton::ui
