#include "ui/panels/PlantedBox.h"

#include "core/base/Text.h"
#include "ui/panels/Label.h"
#include "ui/text/Format.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QStyle>
#include <QtWidgets/QVBoxLayout>

namespace baton::ui {

namespace {

constexpr int plantedIcon = 16;
constexpr int plantedMargin = 12;

QString rate(const Catches &catches)
{
    return catches.planted == 0 ? PlantedBox::tr("none yet")
                                : format::percent(double(catches.caught) / catches.planted);
}

} // namespace

PlantedBox::PlantedBox(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_title(new Label(look, Role::Body))
    , m_caught(new Label(look, Role::Small, &Theme::okText))
    , m_words(new Label(look, Role::Small, &Theme::ink2))
    , m_mine(new Label(look, Role::Small, &Theme::ink2))
    , m_all(new Label(look, Role::Small, &Theme::ink2))
{
    m_title->setWeight(QFont::DemiBold);
    m_title->setText(tr("This copy had a planted error"));
    m_title->setElided(Qt::ElideRight);
    m_caught->setWeight(QFont::Medium);
    m_words->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(plantedMargin, plantedMargin - 1, plantedMargin, plantedMargin - 1);
    column->setSpacing(6);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(plantedIcon + 7, 0, 0, 0);
    head->addWidget(m_title, 1);
    head->addWidget(m_caught);
    column->addLayout(head);
    column->addWidget(m_words);
    auto *rates = new QHBoxLayout;
    rates->setSpacing(16);
    rates->addWidget(m_mine);
    rates->addWidget(m_all);
    rates->addStretch();
    column->addLayout(rates);
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
}

void PlantedBox::show(const PlantedError &error, bool caught, const QString &customer,
                      const ReviewFigures &figures)
{
    m_wasCaught = caught;
    m_caught->setText(caught ? tr("Caught") : tr("Missed"));
    m_caught->setInk(caught ? &Theme::okText : &Theme::dangerText);
    const QString said = tr("It said %1. The draft, and the message %2 received, said %3.")
                             .arg(error.shown, text::firstName(customer), error.was);
    m_words->setText(
        caught ? tr("%1 You marked it wrong; that mark is set aside from this score.").arg(said)
               : said);
    m_words->setHighlight(int(m_words->text().indexOf(error.shown)), int(error.shown.size()));
    m_mine->setText(
        tr("Your catches %1 of %2")
            .arg(format::count(figures.mine.caught), format::count(figures.mine.planted)));
    m_all->setText(
        tr("All leads %1, n %2").arg(rate(figures.all), format::count(figures.all.planted)));
    setAccessibleName(m_title->text());
    setAccessibleDescription(m_words->text());
    setVisible(true);
    update();
}

void PlantedBox::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    QPen dashed(theme.ai, 1);
    dashed.setDashPattern({3, 2});
    p.setPen(dashed);
    p.setBrush(theme.aiTint);
    p.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radiusCard,
                      metrics::radiusCard);
    const QRect icon = QStyle::visualRect(layoutDirection(), rect(),
                                          QRect(plantedMargin,
                                                m_title->geometry().center().y() - plantedIcon / 2,
                                                plantedIcon, plantedIcon));
    p.drawPixmap(
        icon.topLeft(),
        m_look.icon(QStringLiteral("planted"), plantedIcon, theme.aiText, devicePixelRatioF()));
    const QRect said = m_caught->geometry();
    const int left = layoutDirection() == Qt::LeftToRight ? said.left() - 17 : said.right() + 4;
    p.drawPixmap(left, said.center().y() - 7,
                 m_look.icon(m_wasCaught ? QStringLiteral("check") : QStringLiteral("close"), 14,
                             m_wasCaught ? theme.okText : theme.dangerText, devicePixelRatioF()));
}

} // namespace baton::ui
