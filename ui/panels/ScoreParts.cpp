#include "ui/panels/ScoreParts.h"

#include "ui/panels/BackBars.h"
#include "ui/panels/Label.h"
#include "ui/panels/MenuRow.h"
#include "ui/text/ScoreWords.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtGui/QPainterPath>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int menuWeeks = 10;
constexpr int markWidth = 10;

/// A short stretch of a line, as the chart draws it.
class KeySwatch : public QWidget
{
public:
    KeySwatch(const Look &look, ChartKey key, QColor Theme::*ink)
        : m_look(look)
        , m_key(key)
        , m_ink(ink)
    {
        setFixedSize(key == ChartKey::Hatched ? 11 : 18, key == ChartKey::Hatched ? 11 : 5);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        p.setRenderHint(QPainter::Antialiasing);
        QPen pen(m_look.theme().*m_ink, m_key == ChartKey::Hatched ? 1 : 1.9);
        if (m_key == ChartKey::Dashed)
            pen.setDashPattern({2.6, 1.6});
        if (m_key == ChartKey::Hatched)
            pen.setDashPattern({2.5, 2});
        pen.setCapStyle(Qt::FlatCap);
        p.setPen(pen);
        if (m_key == ChartKey::Hatched) {
            p.setBrush(hatch(m_look.theme()));
            p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 2, 2);
        } else {
            p.drawLine(QPointF(0, height() / 2.0), QPointF(width(), height() / 2.0));
        }
    }

private:
    const Look &m_look;
    ChartKey m_key;
    QColor Theme::*m_ink;
};

} // namespace

ChartCard::ChartCard(const Look &look, const QString &title, QWidget *content)
    : m_look(look)
    , m_column(new QVBoxLayout(this))
{
    if (title.isEmpty()) {
        m_column->setContentsMargins(1, 1, 1, 1);
        m_column->setSpacing(0);
        m_filling = content;
    } else {
        m_column->setContentsMargins(14, 10, 14, 6);
        m_column->setSpacing(4);
        auto *name = new Label(look, Role::Small);
        name->setWeight(QFont::DemiBold);
        name->setText(title);
        m_head = new QHBoxLayout;
        m_head->setSpacing(5);
        m_name = name;
        m_head->addWidget(name);
        m_head->addStretch();
        m_column->addLayout(m_head);
    }
    m_column->addWidget(content, 1);
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
}

void ChartCard::setTitle(const QString &title)
{
    m_name->setText(title);
}

void ChartCard::addKey(ChartKey key, QColor Theme::*ink, const QString &text)
{
    auto *words = new Label(m_look, Role::Small, &Theme::ink2);
    words->setText(text);
    const int at = key == ChartKey::Hatched ? m_head->count() : m_head->count() - 1;
    auto *row = new QHBoxLayout;
    row->setContentsMargins(key == ChartKey::Hatched ? 0 : 10, 0, 0, 0);
    row->setSpacing(5);
    row->addWidget(new KeySwatch(m_look, key, ink));
    row->addWidget(words);
    m_head->insertLayout(at, row);
}

void ChartCard::addFoot(QWidget *foot)
{
    foot->setContentsMargins(14, 7, 14, 8);
    m_column->addWidget(foot);
}

void ChartCard::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    paint::box(p, rect(), metrics::radiusCard, m_look.theme().surface, m_look.theme().line);
}

/// What fills the frame leaves its corners round.
void ChartCard::resizeEvent(QResizeEvent *)
{
    if (!m_filling)
        return;
    QPainterPath inside;
    inside.addRoundedRect(QRectF(rect()).adjusted(0, 0, -2, -2), metrics::radiusCard - 1,
                          metrics::radiusCard - 1);
    m_filling->setMask(QRegion(inside.toFillPolygon().toPolygon()));
}

StopMarkKey::StopMarkKey(const Look &look)
    : m_look(look)
    , m_words(new Label(look, Role::Small, &Theme::ink3))
{
    m_words->setText(tr("stop mark"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(markWidth, 0, 0, 0);
    row->addWidget(m_words);
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
}

void StopMarkKey::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    p.setPen(QPen(m_look.theme().dangerFill, 2.2));
    const qreal x = layoutDirection() == Qt::RightToLeft ? width() - 3 : 3;
    p.drawLine(QPointF(x, height() / 2.0 - 6), QPointF(x, height() / 2.0 + 6));
}

PeriodPopover::PeriodPopover(const Look &look, const ScorecardSnapshot &shown, QWidget *parent)
    : MenuPopover(look, tr("Which weeks"), parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    const int newest = std::max(shown.newestWeek, shown.period.to);
    const int oldest = shown.isEmpty() ? newest : shown.oldestWeek;
    const auto add = [&](const ScorePeriod &period, const QString &key) {
        MenuRow *row = addRow(u"calendar"_s, words::weekName(period), key);
        row->setCheckable(true);
        row->setChecked(period == shown.period);
        connect(row, &QAbstractButton::clicked, this, [this, period] {
            Q_EMIT chosen(period);
            close();
        });
        if (period == shown.period)
            setFocusProxy(row);
    };
    int digit = 0;
    for (int week = newest; week > newest - menuWeeks && week >= oldest; --week)
        add({week, week}, ++digit < 10 ? QString::number(digit) : QString());
    addLine();
    const int over = std::max(oldest, newest - 1);
    for (const int weeks : {4, scoreWeeks}) {
        if (over - weeks + 1 >= oldest)
            add({over - weeks + 1, over}, {});
    }
}

ExportPopover::ExportPopover(const Look &look, QWidget *parent)
    : MenuPopover(look, tr("Export as"), parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &text, const QString &key, const QString &ending) {
        connect(addRow(u"export"_s, text, key), &QAbstractButton::clicked, this, [this, ending] {
            close();
            Q_EMIT chosen(ending);
        });
    };
    add(tr("Table (CSV)"), u"C"_s, u"csv"_s);
    add(tr("Data (JSON)"), u"J"_s, u"json"_s);
    add(tr("Two pages (PDF)"), u"P"_s, u"pdf"_s);
}

} // namespace baton::ui
