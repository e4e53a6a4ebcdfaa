#pragma once

#include "core/domain/Judged.h"
#include "ui/panels/Popover.h"

namespace baton::ui {

class Button;

/// Why a conversation has its tier: every rule that held with what was seen, and what would change
/// it.
class RulePopover : public Popover
{
    Q_OBJECT

public:
    RulePopover(const Look &look, const Judged &judged, QWidget *parent);

Q_SIGNALS:
    void evidenceRequested(const baton::Evidence &evidence);
    void correctionRequested();

private:
    void addHead(const Decision &decision);
    void addTrigger(const Trigger &trigger);
    void addFlip(const Judged &judged);

    const Look &m_look;
    QVBoxLayout *m_rows;
    Button *m_correct;
};

} // namespace baton::ui
