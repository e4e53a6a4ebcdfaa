#pragma once

#include "core/desk/DeskTypes.h"
#include "ui/theme/Look.h"

#include <QtWidgets/QWidget>

namespace baton::ui {

class IconButton;
class Popover;

/// The customer pane where there is no room for it: a button for each of its parts, which open
/// beside it.
class ContextStrip : public QWidget
{
    Q_OBJECT

public:
    ContextStrip(const Look &look, const Clock &clock, QWidget *parent = nullptr);

    void setSnapshot(const ConversationSnapshot &snapshot);
    void clear();
    QSize sizeHint() const override;

Q_SIGNALS:
    void openRequested(const baton::ConversationId &id);
    void paneRequested(); ///< the whole pane, for as long as there is none

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    enum class Part { Customer, Orders, Earlier, Sources, Similar };
    IconButton *addButton(const QString &icon, const QString &name);
    void openPart(Part part, IconButton *from);

    const Look &m_look;
    const Clock &m_clock;
    ConversationSnapshot m_shown;
    IconButton *m_whole;
    IconButton *m_customer;
    IconButton *m_orders;
    IconButton *m_earlier;
    IconButton *m_sources;
    IconButton *m_similar;
};

} // namespace baton::ui
