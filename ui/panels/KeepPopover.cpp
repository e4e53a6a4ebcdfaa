#include "ui/panels/KeepPopover.h"

#include "ui/panels/Button.h"
#include "ui/panels/HeaderParts.h"
#include "ui/panels/Label.h"
#include "ui/theme/Metrics.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int keepWidth = 384;
constexpr int keepPadding = 16;
constexpr int keepFoot = 46;
constexpr int reasonPadding = 8; ///< beside the two of the field itself
constexpr int mostReason = 500;  ///< UTF-16 units

} // namespace

KeepPopover::KeepPopover(const Look &look, const Doubt &doubt, QWidget *parent)
    : Popover(look, tr("Keep this without support?"), parent)
    , m_look(look)
    , m_why(new QLineEdit)
    , m_keep(new Button(look, tr("Keep it"), ButtonKind::Careful))
{
    setAttribute(Qt::WA_DeleteOnClose);
    body()->addStrut(look.px(keepWidth) - 2);
    auto *title = new Label(look, Role::Body);
    title->setWeight(QFont::DemiBold);
    title->setText(tr("Keep this without support?"));
    auto *head = new QHBoxLayout;
    head->setSpacing(7);
    head->addWidget(new IconLabel(look, u"warning"_s, 16, &Theme::warnText));
    head->addWidget(title, 1);
    auto *who = new Label(look, Role::Small, &Theme::ink2);
    who->setWordWrap(true);
    who->setText(doubt.detail.isEmpty()
                     ? tr("A lead sees this.")
                     : tr("A lead sees this. %1", "what is on file").arg(doubt.detail));
    m_why->setAccessibleName(tr("Reason"));
    m_why->setPlaceholderText(tr("Where it comes from"));
    m_why->setMaxLength(mostReason);
    m_why->setTextMargins(reasonPadding, 0, reasonPadding, 0);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(keepPadding, 11, keepPadding, 11);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(who);
    column->addWidget(m_why);
    body()->addLayout(column);
    body()->addWidget(new Hairline(look, Qt::Horizontal));
    body()->addWidget(buildFoot());
    m_keep->setEnabled(false);
    connect(m_why, &QLineEdit::textChanged, this,
            [this] { m_keep->setEnabled(!m_why->text().trimmed().isEmpty()); });
    connect(m_why, &QLineEdit::returnPressed, m_keep, &QAbstractButton::click);
    connect(m_keep, &QAbstractButton::clicked, this, &KeepPopover::decide);
    m_why->setFocus();
}

QWidget *KeepPopover::buildFoot()
{
    auto *foot = new QWidget;
    foot->setFixedHeight(m_look.px(keepFoot));
    auto *back = new Button(m_look, tr("Back"), ButtonKind::Quiet);
    connect(back, &QAbstractButton::clicked, this, &QWidget::close);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(keepPadding, 0, 11, 0);
    row->setSpacing(6);
    row->addStretch();
    row->addWidget(back);
    row->addWidget(m_keep);
    return foot;
}

void KeepPopover::decide()
{
    const QString why = m_why->text().trimmed();
    close();
    Q_EMIT decided(why);
}

} // namespace baton::ui
