#pragma once

#include "core/desk/DeskTypes.h"
#include "core/desk/LiveBoard.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

namespace baton::ui {

class IconButton;
class LiveFacts;
class Popover;

/// The customer pane where there is no room for it: a button for each of its parts, which open
/// beside it.
class ContextStrip : public QWidget
{
    Q_OBJECT

public:
    ContextStrip(const Look &look, const Clock &clock, QWidget *parent = nullptr);

    void setSnapshot(const ConversationSnapshot &snapshot);
    void setLive(const LiveSnapshot &snapshot, baton::Role role);
    void setStatus(const StatusSnapshot &status); ///< how old what is shown is
    void clear();
    QSize sizeHint() const override;

Q_SIGNALS:
    void openRequested(const baton::ConversationId &id);
    void liveOpened(baton::ui::LiveFacts &facts); ///< made anew each time
    void paneRequested();                         ///< the whole pane, for as long as there is none

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    enum class Part { Customer, Orders, Live, Earlier, Sources, Similar };
    IconButton *addButton(const QString &icon, const QString &name);
    void openPart(Part part, IconButton *from);

    const Look &m_look;
    const Clock &m_clock;
    ConversationSnapshot m_shown;
    LiveSnapshot m_liveShown;
    std::optional<Instant> m_lastSync;
    bool m_offline = false;
    baton::Role m_role = baton::Role::Agent;
    IconButton *m_whole;
    IconButton *m_customer;
    IconButton *m_orders;
    IconButton *m_live;
    IconButton *m_earlier;
    IconButton *m_sources;
    IconButton *m_similar;
};

} // namespace baton::ui
