#pragma once

#include "ui/models/ConversationActs.h"
#include "ui/theme/Look.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

class QMenu;
class QVBoxLayout;

namespace baton::ui {

class Avatar;
class TierBadge;
class WhyStrip;
class Button;
class DeadlineLabel;
class IconButton;
class IconLabel;
class Label;
class PipsLabel;
class Hairline;

/// Who it is, how long there is, what can be done, and why it stands where it stands.
class ConversationHeader : public QWidget
{
    Q_OBJECT

public:
    ConversationHeader(const Look &look, const Clock &clock, QWidget *parent = nullptr);

    void setSnapshot(const ConversationSnapshot &snapshot);
    /// Who else is there; whose it is goes before that.
    void setColleagues(const QList<ColleagueAt> &colleagues);
    void refreshTimes(); ///< the clock moved on

    QWidget *ruleAnchor() const; ///< what a popover about the rule stands beside

Q_SIGNALS:
    void summaryRequested();
    void claimRequested();
    void releaseRequested();
    void snoozeRequested();
    void transferRequested();
    void closeRequested();
    void completeRequested(); ///< the handoff lacks nothing
    void missingRequested();
    void correctionRequested();
    void tagsRequested();
    void ruleRequested();
    void copyIdRequested();
    void evidenceRequested(const baton::Evidence &evidence);

private:
    void build();
    void showActs(const ConversationActs &acts);
    void showDeadline();
    void showOwner();
    QString factsLine(Instant now) const;

    const Look &m_look;
    const Clock &m_clock;
    ConversationSnapshot m_shown;
    QHash<ConversationId, ColleagueAt> m_colleagues;
    QTimer m_tick;

    Avatar *m_avatar = nullptr;
    TierBadge *m_badge = nullptr;
    WhyStrip *m_strip = nullptr;
    Label *m_name = nullptr;
    PipsLabel *m_pips = nullptr;
    IconLabel *m_verifiedIcon = nullptr;
    Label *m_verified = nullptr;
    IconLabel *m_channel = nullptr;
    Label *m_facts = nullptr;
    IconLabel *m_tagsIcon = nullptr;
    Label *m_tags = nullptr;
    DeadlineLabel *m_deadline = nullptr;
    Label *m_owner = nullptr;
    Hairline *m_rule = nullptr;
    Button *m_claim = nullptr;
    IconButton *m_release = nullptr;
    IconButton *m_transfer = nullptr;
    IconButton *m_snooze = nullptr;
    IconButton *m_more = nullptr;
    QList<QAction *> m_ofCard; ///< what can be said of the handoff
    QMenu *m_menu = nullptr;
    QAction *m_close = nullptr;
    Label *m_why = nullptr;
    QVBoxLayout *m_whyColumn = nullptr;
};

} // namespace baton::ui
