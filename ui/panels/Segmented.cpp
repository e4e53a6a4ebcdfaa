#include "ui/panels/Segmented.h"

#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QStyle>

namespace baton::ui {

namespace {

constexpr int cellPadding = 10;
constexpr int cellIcon = 14;
constexpr int cellGap = 5;
constexpr int cellRadius = 5;
constexpr int trackPadding = 2;

/// One cell. Exclusive among its siblings, so arrows and Tab come from QAbstractButton.
class Cell : public QAbstractButton
{
public:
    Cell(const Look &look, const QString &text, QWidget *parent)
        : QAbstractButton(parent)
        , m_look(look)
    {
        setText(text);
        setCheckable(true);
        setAutoExclusive(true);
        setFocusPolicy(Qt::StrongFocus);
        setFocusHalo(this, cellRadius);
    }

    QSize sizeHint() const override
    {
        const int width = QFontMetrics(font()).horizontalAdvance(text()) + 2 * cellPadding
            + (m_icon.isEmpty() ? 0 : cellIcon + cellGap);
        return {qMax(width, metrics::target), m_look.px(metrics::target)};
    }

    void setIconName(const QString &icon)
    {
        m_icon = icon;
        updateGeometry();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        const Theme &theme = m_look.theme();
        if (isChecked())
            paint::box(p, rect(), cellRadius, theme.isDark() ? theme.press : theme.surface,
                       theme.lineStrong);
        p.setFont(font());
        const QColor ink = !isEnabled() ? theme.inkDisabled : isChecked() ? theme.ink : theme.ink2;
        p.setPen(ink);
        QRect words = rect();
        if (!m_icon.isEmpty()) {
            const QRect icon
                = QStyle::visualRect(layoutDirection(), rect(),
                                     {cellPadding, (height() - cellIcon) / 2, cellIcon, cellIcon});
            p.drawPixmap(icon.topLeft(), m_look.icon(m_icon, cellIcon, ink, devicePixelRatioF()));
            words = QStyle::visualRect(layoutDirection(), rect(),
                                       rect().adjusted(cellIcon + cellGap, 0, 0, 0));
        }
        paint::drawWords(p, words, Qt::AlignCenter, text());
    }

private:
    const Look &m_look;
    QString m_icon;
};

} // namespace

Segmented::Segmented(const Look &look, const QString &name, const QStringList &options,
                     QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(trackPadding, trackPadding, trackPadding, trackPadding);
    row->setSpacing(trackPadding);
    for (const QString &option : options) {
        auto *cell = new Cell(look, option, this);
        const int index = int(m_buttons.size());
        cell->setChecked(index == 0);
        connect(cell, &QAbstractButton::clicked, this, [this, index] { Q_EMIT chosen(index); });
        row->addWidget(cell);
        m_buttons += cell;
    }
    const auto restyle = [this] {
        for (QAbstractButton *cell : m_buttons)
            cell->setFont(m_look.font(Role::Small, QFont::Medium));
        updateGeometry();
    };
    connect(&look, &Look::changed, this, restyle);
    restyle();
}

void Segmented::setIcon(int index, const QString &icon)
{
    static_cast<Cell *>(m_buttons.at(index))->setIconName(icon);
    updateGeometry();
}

void Segmented::setGround(QColor Theme::*ground)
{
    m_ground = ground;
    update();
}

int Segmented::current() const
{
    const auto on = std::find_if(m_buttons.begin(), m_buttons.end(),
                                 [](const QAbstractButton *cell) { return cell->isChecked(); });
    return int(on - m_buttons.begin());
}

void Segmented::setCurrent(int index)
{
    if (index >= 0 && index < m_buttons.size())
        m_buttons.at(index)->setChecked(true);
}

QSize Segmented::sizeHint() const
{
    return layout()->sizeHint();
}

void Segmented::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    paint::box(p, rect(), metrics::radiusButton, m_look.theme().*m_ground);
}

} // namespace baton::ui
