#include "ui/panels/FixRow.h"

#include "ui/panels/Button.h"
#include "ui/panels/Label.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtWidgets/QHBoxLayout>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int warnIcon = 15;
constexpr int warnLeft = 10;

} // namespace

FixRow::FixRow(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_what(new Label(look, Role::Small))
    , m_detail(new Label(look, Role::Small))
    , m_fix(new Button(look, {}))
    , m_remove(new Button(look, tr("Remove"), ButtonKind::Quiet))
    , m_keep(new Button(look, tr("Keep with reason…"), ButtonKind::Quiet))
{
    m_what->setWeight(QFont::Medium);
    m_detail->setWordWrap(true);
    m_detail->setMostLines(2);
    m_detail->setAlignment(Qt::AlignVCenter | Qt::AlignLeading);
    for (Button *button : {m_fix, m_remove, m_keep})
        button->setButtonSize(ButtonSize::Small);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(warnLeft + warnIcon + 8, 4, 4, 4);
    row->setSpacing(8);
    row->addWidget(m_what);
    row->addSpacing(-4); // one sentence after the other
    row->addWidget(m_detail, 1);
    row->addWidget(m_fix);
    row->addWidget(m_remove);
    row->addWidget(m_keep);
    connect(m_fix, &QAbstractButton::clicked, this, &FixRow::fixRequested);
    connect(m_remove, &QAbstractButton::clicked, this, &FixRow::removeRequested);
    connect(m_keep, &QAbstractButton::clicked, this, &FixRow::keepRequested);
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
}

void FixRow::setDoubt(const Doubt &doubt)
{
    setAccessibleName(tr("%1 %2", "what is wrong, what is on file").arg(doubt.what, doubt.detail));
    m_what->setText(doubt.what);
    m_detail->setText(doubt.detail);
    m_fix->setVisible(doubt.fix.has_value());
    if (doubt.fix)
        m_fix->setText(tr("Change to %1").arg(doubt.fix->with));
    setFocusProxy(doubt.fix ? m_fix : m_remove);
}

void FixRow::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    paint::box(p, rect(), metrics::radiusButton, theme.warnTint);
    const int x = layoutDirection() == Qt::RightToLeft ? width() - warnLeft - warnIcon : warnLeft;
    p.drawPixmap(x, (height() - warnIcon) / 2,
                 m_look.icon(u"warning"_s, warnIcon, theme.warnText, devicePixelRatioF()));
}

} // namespace baton::ui
