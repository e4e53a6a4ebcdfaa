#pragma once

#include "core/domain/Queue.h"
#include "ui/panels/MenuPopover.h"

#include <functional>

namespace baton::ui {

/// What the list leaves out. Each choice holds at once, and the popover stays for the next.
class FilterPopover : public MenuPopover
{
    Q_OBJECT

public:
    FilterPopover(const Look &look, const QueueFilter &filter, const QStringList &tags,
                  QWidget *parent);

Q_SIGNALS:
    void filterChanged(const baton::QueueFilter &filter);

private:
    void addToggle(const QString &icon, const QString &text, const QString &key,
                   std::function<bool(const QueueFilter &)> isOn,
                   std::function<void(QueueFilter &)> toggle);
    void showFilter();

    struct Toggle
    {
        MenuRow *row;
        std::function<bool(const QueueFilter &)> isOn;
    };
    QueueFilter m_filter;
    QList<Toggle> m_toggles;
};

} // namespace baton::ui
