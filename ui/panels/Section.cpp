#include "ui/panels/Section.h"

#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtWidgets/QStyle>
#include <QtWidgets/QVBoxLayout>

namespace baton::ui {

namespace {

constexpr int headHeight = 24;
constexpr int chevron = 12;
constexpr int asideIcon = 12;
constexpr int asideGap = 3;

} // namespace

SectionHead::SectionHead(const Look &look, const QString &title, QWidget *parent)
    : QAbstractButton(parent)
    , m_look(look)
{
    setText(title);
    setAccessibleName(title);
    setCheckable(true);
    setChecked(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    setFocusHalo(this, metrics::radiusMarker);
    connect(&look, &Look::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void SectionHead::setAside(const QString &words, const QString &icon, paint::Tone tone)
{
    m_aside = words;
    m_asideIcon = icon;
    m_asideTone = tone;
    update();
}

void SectionHead::setChip(const paint::ChipText &chip)
{
    m_chip = chip;
    setAccessibleDescription(chip.text);
    update();
}

QSize SectionHead::sizeHint() const
{
    return {160, m_look.px(headHeight)};
}

void SectionHead::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = m_look.theme();
    const Qt::LayoutDirection direction = layoutDirection();
    const int side = m_look.px(chevron);
    // The chevron shows where it can be used, and always while folded.
    const bool tell = underMouse() || !isChecked() || hasKeyFocus(this);
    int right = width();
    if (tell) {
        const QRect place
            = QStyle::visualRect(direction, rect(), QRect(width() - side, 0, side, height()));
        const QString icon
            = isChecked() ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down");
        painter.drawPixmap(place.left(), (height() - side) / 2,
                           m_look.icon(icon, side, theme.ink3, devicePixelRatioF()));
        right -= side + 6;
    }
    const int align = int(Qt::AlignVCenter) | int(Qt::TextSingleLine);
    const bool warns = m_asideTone == paint::Tone::Warn;
    painter.setFont(m_look.font(Role::Micro, QFont::Normal));
    painter.setPen(warns ? theme.warnText : theme.ink3);
    int asideWidth = QFontMetrics(painter.font()).horizontalAdvance(m_aside);
    if (!m_chip.text.isEmpty()) {
        asideWidth = paint::chipWidth(m_chip, m_look);
        const int high = paint::chipHeight(m_chip.size, m_look);
        paint::chip(
            painter,
            QStyle::visualRect(direction, rect(),
                               QRect(right - asideWidth, (height() - high) / 2, asideWidth, high)),
            m_chip, m_look);
        painter.setFont(m_look.font(Role::Micro, QFont::Normal));
    }
    paint::drawWords(
        painter,
        QStyle::visualRect(direction, rect(), QRect(right - asideWidth, 0, asideWidth, height())),
        align, m_aside);
    if (!m_asideIcon.isEmpty() && !m_aside.isEmpty()) {
        const int mark = m_look.px(asideIcon);
        asideWidth += mark + asideGap;
        const QRect place = QStyle::visualRect(
            direction, rect(), QRect(right - asideWidth, (height() - mark) / 2, mark, mark));
        painter.drawPixmap(
            place.topLeft(),
            m_look.icon(m_asideIcon, mark, warns ? theme.warnText : theme.ok, devicePixelRatioF()));
    }
    painter.setFont(m_look.font(Role::Small, QFont::DemiBold));
    painter.setPen(theme.ink);
    const int room = right - asideWidth - 8;
    paint::drawWords(painter, QStyle::visualRect(direction, rect(), QRect(0, 0, room, height())),
                     align | int(QStyle::visualAlignment(direction, Qt::AlignLeft)),
                     QFontMetrics(painter.font()).elidedText(text(), Qt::ElideRight, room));
}

Section::Section(const Look &look, const QString &title, QWidget *content, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_head(new SectionHead(look, title))
    , m_content(content)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(metrics::panePadding, 10, metrics::panePadding, 12);
    column->setSpacing(3);
    column->addWidget(m_head);
    m_head->setVisible(!title.isEmpty());
    column->addWidget(m_content);
    connect(m_head, &QAbstractButton::toggled, m_content, &QWidget::setVisible);
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
}

void Section::setFolded(bool folded)
{
    m_head->setChecked(!folded);
}

void Section::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const qreal y = height() - 1;
    paint::hairline(painter, {0, y}, {qreal(width()), y}, m_look.theme().line);
}

} // namespace baton::ui
