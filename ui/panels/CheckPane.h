#pragma once

#include "core/domain/KnowledgeCheck.h"
#include "ui/panels/ReadingPane.h"

namespace baton::ui {

/// Two documents that contradict each other, each with its sentence, to be opened there.
class CheckPane : public ReadingPane
{
    Q_OBJECT

public:
    explicit CheckPane(const Look &look, QWidget *parent = nullptr);

    void setContradiction(const Contradiction &contradiction);

Q_SIGNALS:
    void openRequested(const baton::PassagePlace &place);

private:
    QWidget *card(const Claim &claim);

    std::optional<Contradiction> m_contradiction;
};

} // namespace baton::ui
