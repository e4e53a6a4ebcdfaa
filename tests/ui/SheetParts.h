#pragma once

#include "tests/ui/QueueRows.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include <functional>

/// What a sheet of components is put together from.
namespace baton::test {

using namespace Qt::StringLiterals;

using Painting = std::function<void(QPainter &, const QRect &)>;

class Drawn : public QWidget
{
public:
    Drawn(const QSize &size, Painting painting)
        : m_painting(std::move(painting))
    {
        setFixedSize(size);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        p.setRenderHint(QPainter::Antialiasing);
        m_painting(p, rect());
    }

private:
    Painting m_painting;
};

/// A box of the theme around what stands in it.
class Pane : public QWidget
{
public:
    Pane(const ui::Look &look, QColor ui::Theme::*ground, const QMargins &padding, int spacing = 0)
        : m_look(look)
        , m_ground(ground)
        , column(new QVBoxLayout(this))
    {
        column->setContentsMargins(padding + 1);
        column->setSpacing(spacing);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        ui::paint::box(p, rect(), ui::metrics::radiusCard, m_look.theme().*m_ground,
                       m_look.theme().line);
    }

private:
    const ui::Look &m_look;
    QColor ui::Theme::*m_ground;

public:
    QVBoxLayout *const column;
};

inline QWidget *inRow(const QList<QWidget *> &parts, int gap = 8)
{
    auto *whole = new QWidget;
    whole->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(whole);
    row->setContentsMargins({});
    row->setSpacing(gap);
    for (QWidget *part : parts)
        row->addWidget(part);
    row->addStretch();
    return whole;
}

/// A part of a widget that brings more room around itself than the sheet has.
inline QWidget *cutOut(QWidget *widget, const QRect &part, const QSize &whole)
{
    auto *frame = new QWidget;
    frame->setFixedSize(part.size());
    widget->setParent(frame);
    widget->setGeometry(QRect(-part.topLeft(), whole));
    return frame;
}

/// left: the share of its time that is left.
inline QueueRow sheetRow(qint64 number, const QString &name, const QString &need, Route route,
                         int minutes, double left)
{
    QueueRow row = queueRow(number);
    row.name = name;
    row.need = need;
    const Instant due = queueNow + minutes * queueMinute + 20'000;
    row.sla.due = due;
    row.sla.started = due + -qint64(double(minutes * queueMinute) / left);
    row.judged = JudgedLine{.route = route,
                            .rules = 1U << int(Rule::Confidence),
                            .intent = u"i"_s,
                            .confidence = .64,
                            .by = 1};
    return row;
}

inline QList<QueueRow> sheetRows()
{
    QList<QueueRow> rows{
        sheetRow(1, u"Oskar Nyqvist"_s, u"Invoice copy with company VAT number"_s, Route::Assist,
                 41, .70),
        sheetRow(2, u"Wilhelmina Oduya"_s, u"Exchange for size 44, window closed two days ago"_s,
                 Route::Assist, 14, .46),
        sheetRow(3, u"Maren Halvorsen"_s,
                 u"Charged twice on a returned order, wants it reversed today"_s, Route::Escalate,
                 6, .24),
        sheetRow(4, u"Yusuf Arslanbey"_s, u"Parcel marked delivered but it never arrived"_s,
                 Route::Assist, 22, .55),
        sheetRow(5, u"Celeste Vanterpool"_s,
                 u"Asked for a person: change address before dispatch"_s, Route::Escalate, 26,
                 .62)};
    rows[0].channel = Channel::Email;
    rows[0].value = ValueTier::Plus;
    rows[1].value = ValueTier::Plus;
    rows[1].judged->confidence = .71;
    rows[2].value = ValueTier::Vip;
    rows[2].judged->mood = 1;
    rows[2].judged->trend = Trend::Falling;
    rows[2].backMs = 51 * 60 * queueMinute;
    rows[2].draft = true;
    rows[3].channel = Channel::Email;
    rows[3].judged->mood = 2;
    rows[3].judged->trend = Trend::Rising;
    rows[3].backMs = 20 * 60 * queueMinute;
    rows[4].judged->rules = 1U << int(Rule::AsksForPerson);
    return rows;
}

} // namespace baton::test
