#include "ui/panels/EmptyDeskParts.h"

#include "ui/panels/HeaderParts.h"
#include "ui/panels/KeyCap.h"
#include "ui/panels/Label.h"
#include "ui/text/Format.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtGui/QAction>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QStyle>

namespace baton::ui {

namespace {

constexpr int quietRowHeight = 44;
constexpr int quietRowWidth = 520;
constexpr int quietIcon = 16;
constexpr int quietGap = 11;

} // namespace

DayFiguresBox::DayFiguresBox(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(1, 1, 1, 1);
    row->setSpacing(0);
    m_replies = addCell(tr("replies today"), true);
    m_late = addCell(tr("late"), false);
    m_cameBack = addCell(tr("came back"), false);
    m_firstReply = addCell(tr("median first reply"), false);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
}

Label *DayFiguresBox::addCell(const QString &name, bool first)
{
    auto *row = static_cast<QHBoxLayout *>(layout());
    if (!first)
        row->addWidget(new Hairline(m_look, Qt::Vertical));
    auto *figure = new Label(m_look, Role::Title);
    figure->setWeight(QFont::DemiBold);
    figure->setAlignment(Qt::AlignHCenter);
    auto *words = new Label(m_look, Role::Small, &Theme::ink3);
    words->setText(name);
    words->setAlignment(Qt::AlignHCenter);
    auto *column = new QVBoxLayout;
    column->setContentsMargins(22, 10, 22, 10);
    column->setSpacing(0);
    column->addWidget(figure);
    column->addWidget(words);
    row->addLayout(column);
    return figure;
}

void DayFiguresBox::setFigures(const DayFigures &figures)
{
    const QString median = figures.medianFirstReplyMs
        ? format::duration(*figures.medianFirstReplyMs)
        : tr("–", "no figure");
    m_replies->setText(format::count(figures.replies));
    m_late->setText(format::count(figures.late));
    m_cameBack->setText(format::count(figures.cameBack));
    m_firstReply->setText(median);
    setAccessibleName(tr("Your day: replies %1, late %2, came back %3, median first reply %4")
                          .arg(m_replies->text(), m_late->text(), m_cameBack->text(), median));
}

void DayFiguresBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paint::box(painter, rect(), metrics::radiusCard, {}, m_look.theme().line);
}

QuietRow::QuietRow(const Look &look, const QString &icon, const QString &words, QAction &action,
                   QWidget *parent)
    : QAbstractButton(parent)
    , m_look(look)
    , m_icon(icon)
    , m_action(action)
{
    setText(words);
    setAccessibleName(words);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, &action, &QAction::trigger);
    connect(&action, &QAction::changed, this, qOverload<>(&QWidget::update));
    connect(&look, &Look::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void QuietRow::setDetail(const QString &detail)
{
    m_detail = detail;
    setAccessibleDescription(detail);
    update();
}

QSize QuietRow::sizeHint() const
{
    return {m_look.px(quietRowWidth), m_look.px(quietRowHeight)};
}

void QuietRow::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    paint::hairline(p, QPointF(0, 0), QPointF(width(), 0), theme.line);
    if (hasFocus() || isDown() || underMouse())
        paint::box(p, QRectF(rect()).adjusted(0, 2, 0, -1), metrics::radiusButton,
                   hasFocus() ? theme.accentTint2 : theme.pane);
    const auto mirrored
        = [this](const QRect &box) { return QStyle::visualRect(layoutDirection(), rect(), box); };
    int left = 0;
    const QRect icon = mirrored({left, (height() - quietIcon) / 2, quietIcon, quietIcon});
    p.drawPixmap(icon.topLeft(), m_look.icon(m_icon, quietIcon, theme.ink2, devicePixelRatioF()));
    left += quietIcon + quietGap;
    int right = width();
    const int capHeight = m_look.px(metrics::chipSmall);
    const QStringList caps = KeyCap::caps(m_action.shortcut());
    const int wide = paint::keycapsWidth(caps, m_look);
    right -= wide;
    paint::keycaps(p, mirrored({right, (height() - capHeight) / 2, wide, capHeight}), caps, m_look);
    right -= quietGap;
    p.setFont(m_look.font(Role::Body, QFont::Medium));
    p.setPen(theme.ink);
    const QRect words = mirrored({left, 0, right - left, height()});
    paint::drawWords(p, words, Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine, text());
    left += QFontMetrics(p.font()).horizontalAdvance(text()) + quietGap;
    p.setFont(m_look.font(Role::Body));
    p.setPen(theme.ink3);
    paint::drawWords(p, mirrored({left, 0, right - left, height()}),
                     Qt::AlignVCenter | Qt::AlignLeading | Qt::TextSingleLine,
                     QFontMetrics(p.font()).elidedText(m_detail, Qt::ElideRight, right - left));
}

} // namespace baton::ui
