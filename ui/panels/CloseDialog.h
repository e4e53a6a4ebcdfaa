#pragma once

#include "core/domain/Conversation.h"
#include "ui/panels/Sheet.h"

namespace baton::ui {

class ChoiceList;

/// How a conversation ended. unsent is what has been typed and not sent: it is kept, and said.
class CloseDialog : public Sheet
{
    Q_OBJECT

public:
    enum class Unsent { Nothing, Text };
    CloseDialog(const Look &look, Unsent unsent, QWidget *parent);

Q_SIGNALS:
    void decided(baton::OutcomeKind outcome);

private:
    ChoiceList *m_list;
};

} // namespace baton::ui
