#pragma once

#include "core/domain/Judged.h"
#include "ui/panels/Popover.h"

class QHBoxLayout;

namespace baton::ui {

class Button;

/// Why a conversation has its tier: every rule that held with what was seen, and what would change
/// it.
class RulePopover : public Popover
{
    Q_OBJECT

public:
    struct Facts
    {
        QString intent;                  ///< the title of what was read; empty for none of these
        QString place;                   ///< where it stands in the queue and why
        QHash<MessageId, QString> times; ///< when a message came, in words
        QString runnerUp = {};           ///< the title of the next best, likewise
        QList<Evidence> decidedBy = {};  ///< the words that decided between them
    };
    RulePopover(const Look &look, const Judged &judged, const Facts &facts, QWidget *parent);

Q_SIGNALS:
    void evidenceRequested(const baton::Evidence &evidence);
    void correctionRequested();
    void policyRequested();

private:
    void addHead(const Decision &decision);
    void addTrigger(const Trigger &trigger);
    void addSeen(QHBoxLayout *row, const Trigger &trigger);
    void addFlip(const Judged &judged);
    void addPlace();

    const Look &m_look;
    Facts m_facts;
    QVBoxLayout *m_rows;
    Button *m_correct;
};

} // namespace baton::ui
