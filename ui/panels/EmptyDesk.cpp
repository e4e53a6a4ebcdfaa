#include "ui/panels/EmptyDesk.h"

#include "ui/panels/EmptyDeskParts.h"
#include "ui/panels/Label.h"
#include "ui/theme/Paintkit.h"

#include <QtGui/QPaintEvent>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int drawingWidth = 340;
constexpr int drawingHeight = 72;

/// The baton between a machine, dashed, and a person, solid.
class Passing : public QWidget
{
public:
    explicit Passing(const Look &look)
        : m_look(look)
    {
        setFixedSize(drawingWidth, drawingHeight);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme &theme = m_look.theme();
        const QPointF middle(width() / 2.0, height() / 2.0);
        constexpr qreal disc = 34;
        constexpr qreal dot = 5;
        const qreal left = 8;
        const qreal right = width() - 8;
        QPen machine(theme.aiLine, 2, Qt::CustomDashLine, Qt::FlatCap);
        machine.setDashPattern({2.5, 2.5});
        painter.setPen(machine);
        painter.drawLine(QPointF(left + dot + 3, middle.y()),
                         QPointF(middle.x() - disc, middle.y()));
        painter.setPen(QPen(theme.accentLine, 2));
        painter.drawLine(QPointF(middle.x() + disc, middle.y()),
                         QPointF(right - dot - 2, middle.y()));
        painter.setBrush(Qt::NoBrush);
        QPen ring(theme.ai, 2, Qt::CustomDashLine, Qt::FlatCap);
        ring.setDashPattern({1.6, 1.1});
        painter.setPen(ring);
        painter.drawEllipse(QPointF(left, middle.y()), dot, dot);
        painter.setPen(QPen(theme.accent, 2));
        painter.drawEllipse(QPointF(right, middle.y()), dot, dot);
        painter.setPen(QPen(theme.line, 1));
        painter.setBrush(theme.pane);
        painter.drawEllipse(middle, disc, disc);
        const int side = 38;
        painter.drawPixmap(middle - QPointF(side / 2.0, side / 2.0),
                           m_look.icons().brand(theme.isDark() ? u"logo-dark"_s : u"logo-light"_s,
                                                side, devicePixelRatioF()));
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
    head->setWeight(QFont::Medium);
    head->setText(tr("While it is quiet"));
    head->setContentsMargins(0, 0, 0, 7);
    quiet->addWidget(head);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    column->addStretch(4);
    column->addWidget(m_drawing, 0, Qt::AlignHCenter);
    column->addSpacing(26);
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    column->addWidget(m_sentence, 0, Qt::AlignHCenter);
    column->addSpacing(21);
    column->addWidget(m_day, 0, Qt::AlignHCenter);
    column->addSpacing(19);
    column->addWidget(m_quiet, 0, Qt::AlignHCenter);
    column->addStretch(5);
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
    m_quiet->layout()->addWidget(row);
    return row;
}

void EmptyDesk::showParts()
{
    const bool quiet = m_why == Why::NothingWaiting;
    m_day->setVisible(quiet && m_dayKnown);
    m_quiet->setVisible(quiet && m_quiet->layout()->count() > 1);
}

void EmptyDesk::paintEvent(QPaintEvent *event)
{
    QPainter(this).fillRect(event->rect(), m_look.theme().surface);
}

} // namespace baton::ui
