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
    /// `intent` is the title of what was read, empty for none of these; `place` says where it
    /// stands in the queue and why.
    RulePopover(const Look &look, const Judged &judged, const QString &intent, const QString &place,
                QWidget *parent);

Q_SIGNALS:
    void evidenceRequested(const baton::Evidence &evidence);
    void correctionRequested();

private:
    void addHead(const Decision &decision);
    void addTrigger(const Trigger &trigger);
    void addFlip(const Judged &judged);
    void addPlace(const Judged &judged, const QString &intent, const QString &place);

    const Look &m_look;
    QVBoxLayout *m_rows;
    Button *m_correct;
};

} // namespace baton::ui
