#include "ui/panels/EmptyDesk.h"

#include "ui/panels/EmptyDeskParts.h"
#include "ui/panels/HeaderParts.h"
#include "ui/panels/Label.h"
#include "ui/theme/Paintkit.h"

#include <QtGui/QPaintEvent>
#include <QtWidgets/QVBoxLayout>

namespace baton::ui {

namespace {

constexpr int mostQuiet = 3; ///< rows

/// The baton between a machine, dashed, and a person, solid.
class Passing : public QWidget
{
public:
    explicit Passing(const Look &look)
        : m_look(look)
    {
        setFixedSize(340, 96);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme &theme = m_look.theme();
        const QPointF middle(170, 48);
        constexpr qreal disc = 34;
        QPen machine(theme.aiLine, 2, Qt::CustomDashLine, Qt::FlatCap);
        machine.setDashPattern({2.5, 2.5});
        painter.setPen(machine);
        painter.drawLine(QPointF(10, 48), middle - QPointF(disc, 0));
        painter.setPen(QPen(theme.accentLine, 2, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(middle + QPointF(disc, 0), QPointF(330, 48));
        paint::endDot(painter, {10, 48}, 5, paint::End::Machine, theme);
        paint::endDot(painter, {330, 48}, 5, paint::End::Person, theme);
        painter.setPen(QPen(theme.line, 1));
        painter.setBrush(theme.pane);
        painter.drawEllipse(middle, disc, disc);
        paint::baton(painter, middle, 20, 9, -45, theme);
    }

private:
    const Look &m_look;
};

} // namespace

EmptyDesk::EmptyDesk(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_drawing(new Passing(look))
    , m_title(new Label(look, Role::Screen))
    , m_sentence(new Label(look, Role::Body, &Theme::ink2))
    , m_day(new DayFiguresBox(look))
    , m_quiet(new QWidget)
{
    auto *quiet = new QVBoxLayout(m_quiet);
    quiet->setContentsMargins({});
    quiet->setSpacing(0);
    auto *head = new Label(look, Role::Small, &Theme::ink3);
    head->setTextSize(12, 14);
    head->setWeight(QFont::Medium);
    head->setText(tr("While it is quiet"));
    head->setContentsMargins(0, 0, 0, 7);
    quiet->addWidget(head);
    quiet->addWidget(new Hairline(look, Qt::Horizontal)); // below the last row
    m_title->setTextSize(20, 28);
    m_sentence->setTextSize(13, 20);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addStretch();
    column->addWidget(m_drawing, 0, Qt::AlignHCenter);
    column->addSpacing(14);
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    column->addSpacing(3);
    column->addWidget(m_sentence, 0, Qt::AlignHCenter);
    column->addSpacing(24);
    column->addWidget(m_day, 0, Qt::AlignHCenter);
    column->addSpacing(22);
    column->addWidget(m_quiet, 0, Qt::AlignHCenter);
    column->addStretch();
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
    tell(Why::NothingWaiting, 0);
}

void EmptyDesk::tell(Why why, int heldByBot)
{
    QString title;
    QString sentence;
    if (why == Why::NothingWaiting) {
        title = tr("Nothing waiting.");
        sentence = heldByBot > 0
            ? tr("The bot holds %n conversation(s). What reaches you appears on the left.", nullptr,
                 heldByBot)
            : tr("What reaches you appears in the queue on the left.");
    } else {
        title = tr("No conversation is open.");
        sentence = tr("Choose one in the queue, or press J for the next.");
    }
    m_title->setText(title);
    m_sentence->setText(sentence);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    m_why = why;
    showParts();
}

void EmptyDesk::setDay(const DayFigures &figures)
{
    m_day->setFigures(figures);
    m_dayKnown = true;
    showParts();
}

QuietRow *EmptyDesk::addQuietRow(const QString &icon, const QString &words, QAction &action)
{
    auto *row = new QuietRow(m_look, icon, words, action);
    auto *rows = static_cast<QVBoxLayout *>(m_quiet->layout());
    rows->insertWidget(rows->count() - 1, row);
    m_rows.append({row});
    showParts();
    return row;
}

void EmptyDesk::setOffered(QuietRow &row, bool offered)
{
    for (Quiet &quiet : m_rows) {
        if (quiet.row == &row)
            quiet.offered = offered;
    }
    showParts();
}

void EmptyDesk::showParts()
{
    const bool quiet = m_why == Why::NothingWaiting;
    m_day->setVisible(quiet && m_dayKnown);
    int shown = 0;
    for (const Quiet &one : m_rows)
        one.row->setVisible(one.offered && shown++ < mostQuiet);
    m_quiet->setVisible(quiet && shown > 0);
}

void EmptyDesk::paintEvent(QPaintEvent *event)
{
    QPainter(this).fillRect(event->rect(), m_look.theme().surface);
}

} // namespace baton::ui
