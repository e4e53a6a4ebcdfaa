#include "ui/panels/DisputePopover.h"

#include "ui/models/KnowledgeRows.h"
#include "ui/panels/MenuRow.h"

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

struct DisputeReason
{
    QLatin1StringView name;
    QLatin1StringView icon;
};

constexpr DisputeReason disputeReasons[] = {
    {"wrong"_L1, "close"_L1},
    {"outdated"_L1, "clock"_L1},
    {"not_here"_L1, "branch"_L1},
    {"unclear"_L1, "help"_L1},
};

} // namespace

DisputePopover::DisputePopover(const Look &look, QWidget *parent)
    : MenuPopover(look, tr("Dispute this passage because"), parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    int digit = 0;
    for (const DisputeReason &reason : disputeReasons) {
        const MenuRow *row
            = addRow(reason.icon, disputeReason(reason.name), QString::number(++digit));
        connect(row, &QAbstractButton::clicked, this, [this, name = QString(reason.name)] {
            Q_EMIT decided(name);
            close();
        });
    }
    addLine();
    connect(addRow(u"undo"_s, tr("Leave it"), tr("Esc", "the key")), &QAbstractButton::clicked,
            this, &QWidget::close);
}

} // namespace baton::ui
