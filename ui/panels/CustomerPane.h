#pragma once

#include "core/desk/DeskTypes.h"
#include "core/desk/LiveBoard.h"
#include "ui/theme/Look.h"

#include <QtCore/QTimer>
#include <QtWidgets/QScrollArea>

namespace baton::ui {

class CustomerFacts;
class DraftSources;
class EarlierContacts;
class OrderList;
class Hairline;
class IconButton;
class LiveFacts;
class Section;
class SimilarCases;

/// Who is asking, on the right: the customer, their orders, their earlier contacts, what the reply
/// rests on, and cases like it.
class CustomerPane : public QScrollArea
{
    Q_OBJECT

public:
    CustomerPane(const Look &look, const Clock &clock, QWidget *parent = nullptr);

    void setSnapshot(const ConversationSnapshot &snapshot);
    void setStatus(const StatusSnapshot &status); ///< how old what is shown is
    /// What live systems say; not shown where it is about another conversation.
    void setLive(const LiveSnapshot &snapshot, baton::Role role);
    LiveFacts &live() const { return *m_live; }
    /// What the reply as it stands rests on; nothing: what the offered draft rests on.
    void setChecked(const std::optional<Draft> &checked);
    void clear();
    QSize sizeHint() const override;

Q_SIGNALS:
    void foldRequested();
    void openRequested(const baton::ConversationId &id);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void relook();
    void placeFold();
    void showAge();
    void showSources();
    void showLive();

    const Look &m_look;
    const Clock &m_clock;
    std::optional<Instant> m_lastSync;
    bool m_offline = false;
    QTimer m_minute;
    std::optional<Draft> m_suggestion;
    std::optional<Draft> m_checked;
    Conversation m_conversation;
    LiveSnapshot m_liveShown;
    baton::Role m_role = baton::Role::Agent;
    CustomerFacts *m_facts;
    OrderList *m_orders;
    LiveFacts *m_live;
    EarlierContacts *m_earlier;
    DraftSources *m_sources;
    SimilarCases *m_similar;
    IconButton *m_fold;
    Hairline *m_edge;
    Section *m_customerPart;
    Section *m_orderPart;
    Section *m_livePart;
    Section *m_earlierPart;
    Section *m_sourcePart;
    Section *m_similarPart;
};

} // namespace baton::ui
