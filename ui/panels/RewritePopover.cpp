#include "ui/panels/RewritePopover.h"

#include "ui/panels/MenuRow.h"

#include <QtCore/QLocale>

#include <algorithm>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostNamed = 4;

}

RewritePopover::RewritePopover(const Look &look, const QStringList &locked, QWidget *parent)
    : MenuPopover(look, tr("Rewrite, facts stay locked"), parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    add(tr("Warmer"), u"W"_s, ModelTask::Warmer);
    add(tr("Plainer"), u"P"_s, ModelTask::Plainer);
    add(tr("Shorter"), u"S"_s, ModelTask::Shorter);
    add(tr("More formal"), u"F"_s, ModelTask::MoreFormal);
    add(tr("Say sorry once"), u"A"_s, ModelTask::SorryOnce);
    add(tr("In the customer's language"), u"T"_s, ModelTask::Translate);
    addLine();
    if (!locked.isEmpty()) {
        const QString named
            = QLocale().createSeparatedList(locked.first(std::min(mostNamed, locked.size())));
        addNote(locked.size() > mostNamed
                    ? tr("%1 and %n more cannot change.", "figures", int(locked.size() - mostNamed))
                          .arg(named)
                    : tr("%1 cannot change.", "figures").arg(named));
    }
    MenuRow *sent = addRow({}, tr("What was sent to the model…"), u"L"_s);
    connect(sent, &QAbstractButton::clicked, this, [this] {
        Q_EMIT sentRequested();
        close();
    });
}

void RewritePopover::add(const QString &text, const QString &key, ModelTask task)
{
    MenuRow *row = addRow({}, text, key);
    connect(row, &QAbstractButton::clicked, this, [this, task] {
        Q_EMIT chosen(task);
        close();
    });
    if (!focusProxy())
        setFocusProxy(row);
}

} // namespace baton::ui
