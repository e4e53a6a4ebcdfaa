#include "ui/panels/RewritePopover.h"

#include "ui/panels/MenuRow.h"

namespace baton::ui {

using namespace Qt::StringLiterals;

RewritePopover::RewritePopover(const Look &look, QWidget *parent)
    : MenuPopover(look, tr("Say it again"), parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    add(u"minus"_s, tr("Shorter"), u"S"_s, ModelTask::Shorter);
    add(u"mood-4"_s, tr("Warmer"), u"W"_s, ModelTask::Warmer);
    add(u"legal"_s, tr("More formal"), u"F"_s, ModelTask::MoreFormal);
    add(u"translate"_s, tr("In the customer's language"), u"T"_s, ModelTask::Translate);
    addLine();
    MenuRow *sent = addRow(u"eye"_s, tr("What was sent to the model…"), u"L"_s);
    connect(sent, &QAbstractButton::clicked, this, [this] {
        Q_EMIT sentRequested();
        close();
    });
}

void RewritePopover::add(const QString &icon, const QString &text, const QString &key,
                         ModelTask task)
{
    MenuRow *row = addRow(icon, text, key);
    connect(row, &QAbstractButton::clicked, this, [this, task] {
        Q_EMIT chosen(task);
        close();
    });
    if (!focusProxy())
        setFocusProxy(row);
}

} // namespace baton::ui
