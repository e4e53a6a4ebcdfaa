#pragma once

#include "core/domain/Teaching.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

namespace baton::ui {

class IconButton;
class Label;
class Switch;

/// An intent that an agent corrected: the text, what it was and became, by whom; whether it is
/// learnt from.
class CorrectionRow : public QWidget
{
    Q_OBJECT

public:
    explicit CorrectionRow(const Look &look, QWidget *parent = nullptr);

    /// about says the rest in words: "Return → Refund status, Ines Okafor, 16 Nov, 14:06".
    void show(const IntentCorrection &correction, const QString &about);
    using QWidget::show;

Q_SIGNALS:
    void useChosen(const baton::ConversationId &id);
    void leaveOutChosen(const baton::ConversationId &id);
    void removeRequested(const baton::ConversationId &id);

private:
    ConversationId m_conversation;
    Label *m_text;
    Label *m_about;
    Switch *m_used;
    IconButton *m_remove;
};

} // namespace baton::ui
