#pragma once

#include "core/desk/DeskTypes.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

namespace baton::ui {

class FlowRow;
class Button;
class Label;
class TierBadge;

/// Why a conversation is here: a chip for each trigger that held, which leads to its words, and
/// what would have changed the tier.
class WhyStrip : public QWidget
{
    Q_OBJECT

public:
    explicit WhyStrip(const Look &look, QWidget *parent = nullptr);

    void setJudged(const std::optional<Judged> &judged);
    /// What agents made of it; the newest correction of the tier is shown.
    void setFeedback(const QList<Feedback> &feedback);

    QWidget *ruleAnchor() const; ///< what a popover about the rule stands beside

Q_SIGNALS:
    void ruleRequested();
    void evidenceRequested(const baton::Evidence &evidence);

private:
    void showChips(const Decision &decision);

    const Look &m_look;
    std::optional<Judged> m_shown;
    QWidget *m_row;
    FlowRow *m_chips;
    QWidget *m_line;
    Label *m_corrected;
    Label *m_policy;
    Label *m_flip;
    TierBadge *m_badge;
    Button *m_rule;
};

} // namespace baton::ui
