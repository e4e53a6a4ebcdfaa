#include "ui/panels/CompareView.h"

#include "ui/panels/HeaderParts.h"
#include "ui/panels/Label.h"
#include "ui/panels/SentenceList.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtGui/QPainterPath>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QScrollArea>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::ui {

/// Lies over the columns: their edge, and the ground of the view outside its round corners.
class CompareView::Edge : public QWidget
{
public:
    Edge(const Look &look, QWidget *parent)
        : QWidget(parent)
        , m_look(look)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QPainterPath outside;
        outside.addRect(rect());
        QPainterPath inside;
        inside.addRoundedRect(rect(), metrics::radiusCard, metrics::radiusCard);
        painter.fillPath(outside.subtracted(inside), m_look.theme().surface);
        paint::box(painter, rect(), metrics::radiusCard, {}, m_look.theme().lineStrong);
    }

private:
    const Look &m_look;
};

namespace {

constexpr int bannerHeight = 42;
constexpr int bannerRadius = 9;
constexpr int gap = 12;
constexpr int leastSentenceLines = 64; ///< of what is compared, px
constexpr int rule = 1;                ///< between two columns

} // namespace

HeldBanner::HeldBanner(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_what(new Label(look, Role::Body))
    , m_detail(new Label(look, Role::Body, &Theme::ink2))
{
    m_what->setWeight(QFont::DemiBold);
    m_detail->setElided(Qt::ElideRight);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::conversationPadding + 12, 2, metrics::conversationPadding + 12,
                            gap);
    row->setSpacing(9);
    row->addWidget(new IconLabel(look, u"warning"_s, 16, &Theme::warnText));
    row->addWidget(m_what);
    row->addWidget(m_detail, 1);
    const auto measure = [this] {
        setFixedHeight(m_look.px(bannerHeight) + 2 + gap);
        update();
    };
    connect(&look, &Look::changed, this, measure);
    measure();
}

void HeldBanner::setWords(const CompareWords &words)
{
    m_what->setText(words.what);
    m_detail->setText(words.detail);
    setAccessibleName(words.what);
    setAccessibleDescription(words.detail);
}

void HeldBanner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.theme().surface);
    const int side = metrics::conversationPadding;
    paint::box(painter, QRectF(rect()).adjusted(side, 2, -side, -gap), bannerRadius,
               m_look.theme().warnTint, m_look.theme().warnLine);
}

CompareView::CompareView(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_scroll(new QScrollArea)
    , m_heads{new ColumnHead(look, ColumnHead::Whose::Thread),
              new ColumnHead(look, ColumnHead::Whose::Colleague),
              new ColumnHead(look, ColumnHead::Whose::Mine)}
    , m_columns(new QWidget)
    , m_added(new SentenceList(look))
    , m_theirs(new SentenceList(look))
    , m_yours(new SentenceList(look))
    , m_edge(new Edge(look, this))
{
    setAccessibleName(tr("Compare before sending"));
    const auto inColumns = [&look](QHBoxLayout *row, const std::array<QWidget *, 3> &parts) {
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(0);
        for (QWidget *part : parts) {
            if (part != parts.front())
                row->addWidget(new Hairline(look, Qt::Vertical));
            row->addWidget(part, 1);
        }
    };
    auto *heads = new QHBoxLayout;
    inColumns(heads, {m_heads[0], m_heads[1], m_heads[2]});
    inColumns(new QHBoxLayout(m_columns), {m_added, m_theirs, m_yours});
    m_scroll->setAccessibleName(tr("What is new, what they answered, what you wrote"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(m_columns);

    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(metrics::conversationPadding + 1, 1, metrics::conversationPadding + 1,
                            gap);
    all->setSpacing(0);
    all->addLayout(heads);
    all->addWidget(m_scroll, 1);
    connect(&look, &Look::changed, this, &CompareView::relook);
    relook();
}

void CompareView::relook()
{
    QPalette colours = m_scroll->palette();
    colours.setColor(QPalette::Window, m_look.theme().surface);
    m_scroll->setPalette(colours);
    update();
}

void CompareView::setWords(const CompareWords &words)
{
    m_heads[0]->setColumn(words.added);
    m_heads[1]->setColumn(words.theirs);
    m_heads[2]->setColumn(words.yours);
    m_added->setColumn(words.added);
    m_theirs->setColumn(words.theirs);
    m_yours->setColumn(words.yours);
}

/// Asked of the lines themselves: what layouts remember of them is older than the words.
int CompareView::wholeHeight(int width) const
{
    const int column = (width - 2 * (metrics::conversationPadding + 1) - 2 * rule) / 3;
    return std::max({m_added->heightFor(column), m_theirs->heightFor(column),
                     m_yours->heightFor(column)})
        + leastHeight() - m_look.px(leastSentenceLines);
}

int CompareView::leastHeight() const
{
    return 1 + m_heads[0]->height() + m_look.px(leastSentenceLines) + gap;
}

void CompareView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layout()->activate();
    m_edge->setGeometry(layout()->contentsRect().adjusted(-1, -1, 1, 1));
    m_edge->raise();
}

void CompareView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.theme().surface);
}

} // namespace baton::ui
