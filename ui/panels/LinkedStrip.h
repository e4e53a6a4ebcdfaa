#pragma once

#include "core/desk/DeskTypes.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

class QLabel;

namespace baton::ui {

class Button;
class Label;

/// Over the thread: the customer's older conversation about the same matter that is open still.
/// Hidden where there is none. (One that was closed stands among the previous contacts.)
class LinkedStrip : public QWidget
{
    Q_OBJECT

public:
    explicit LinkedStrip(const Look &look, QWidget *parent = nullptr);

    /// mayClose: whether this conversation can be closed as the duplicate.
    void setSnapshot(const ConversationSnapshot &snapshot, bool mayClose);
    Button *openButton() const { return m_open; }
    Button *closeButton() const { return m_close; }

Q_SIGNALS:
    void openRequested(const baton::ConversationId &id);
    void closeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void relook();

    const Look &m_look;
    ConversationId m_other;
    Label *m_words;
    Button *m_open;
    Button *m_close;
};

} // namespace baton::ui
