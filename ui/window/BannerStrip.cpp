#include "ui/window/BannerStrip.h"

#include "ui/theme/Metrics.h"
#include "ui/window/Ticker.h"

#include <QtGui/QAccessible>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QHBoxLayout>

namespace baton::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int iconSide = 16;
constexpr int leastForSentence = 520; ///< px of the strip

bool isGrave(BannerKind kind)
{
    return kind == BannerKind::Error || kind == BannerKind::LogAltered;
}

} // namespace

BannerStrip::BannerStrip(const Look &look, Ticker &ticker, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_ticker(ticker)
    , m_icon(new QLabel(this))
    , m_title(new Label(look, Role::Body, &Theme::ink, this))
    , m_sentence(new Label(look, Role::Body, &Theme::ink2, this))
    , m_aside(new Label(look, Role::Body, &Theme::ink3, this))
    , m_button(new Button(look, {}, ButtonKind::Outlined, this))
    , m_dismiss(new IconButton(look, u"close"_s, tr("Dismiss"), this))
{
    m_title->setWeight(QFont::DemiBold);
    m_title->setElided(Qt::ElideRight);
    m_sentence->setElided(Qt::ElideRight);
    m_button->setButtonSize(ButtonSize::Small);
    m_dismiss->setButtonSize(ButtonSize::Small);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 12, 1);
    row->setSpacing(9);
    row->addWidget(m_icon);
    row->addWidget(m_title);
    row->addWidget(m_sentence, 100);
    row->addStretch(1);
    row->addWidget(m_aside);
    row->addWidget(m_button);
    row->addWidget(m_dismiss);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);

    connect(m_button, &QPushButton::clicked, this, &BannerStrip::press);
    connect(m_dismiss, &QAbstractButton::clicked, this, &BannerStrip::dismiss);
    connect(&ticker, &Ticker::second, this, &BannerStrip::refresh);
    connect(&look, &Look::changed, this, &BannerStrip::restyle);
    hide();
    restyle();
}

void BannerStrip::restyle()
{
    setFixedHeight(m_look.px(metrics::banner));
    const Theme &theme = m_look.theme();
    m_icon->setPixmap(m_look.icon(m_shown.icon, iconSide,
                                  isGrave(m_shown.kind) ? theme.dangerText : theme.warnText,
                                  devicePixelRatioF()));
    update();
}

void BannerStrip::setStatus(const StatusSnapshot &status)
{
    m_status = status;
    refresh();
}

void BannerStrip::showError(const Error &error)
{
    m_error = error;
    refresh();
}

void BannerStrip::showStop(const QString &title, const QString &sentence, const QString &button)
{
    m_stop = Banner{BannerKind::StopLoss, u"stop"_s, title, sentence, {}, button, {}, true};
    refresh();
}

void BannerStrip::refresh()
{
    const QList<Banner> all = banners(m_status, m_error, m_ticker.steadyMs(), m_ticker.now(),
                                      QTimeZone::systemTimeZone(), m_stop);
    QSet<int> present;
    std::optional<Banner> next;
    for (const Banner &banner : all) {
        present += int(banner.kind);
        if (!next && !m_dismissed.contains(int(banner.kind)))
            next = banner;
    }
    m_dismissed.intersect(present); // what came again is told again
    const bool shown = next.has_value();
    if (shown && *next == m_shown && isVisibleTo(parentWidget()))
        return;
    const bool new_ = shown && (!isVisibleTo(parentWidget()) || next->title != m_shown.title);
    m_shown = next.value_or(Banner{});
    m_title->setText(m_shown.title);
    m_sentence->setText(m_shown.sentence);
    m_aside->setText(m_shown.aside);
    m_aside->setVisible(!m_shown.aside.isEmpty());
    m_button->setText(m_shown.button);
    m_button->setIconName(m_shown.kind == BannerKind::Offline        ? u"sync"_s
                              : m_shown.kind == BannerKind::StopLoss ? u"scorecard-20"_s
                                                                     : u"copy"_s);
    m_button->setVisible(!m_shown.button.isEmpty());
    m_dismiss->setVisible(m_shown.dismissable);
    setAccessibleName(m_shown.title);
    setAccessibleDescription(m_shown.sentence);
    restyle();
    setVisible(shown);
    if (new_) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void BannerStrip::press()
{
    if (m_shown.kind == BannerKind::Offline)
        Q_EMIT tryNow();
    else if (m_shown.kind == BannerKind::StopLoss)
        Q_EMIT stopRequested();
    else
        QGuiApplication::clipboard()->setText(m_shown.details);
}

void BannerStrip::dismiss()
{
    if (m_shown.kind == BannerKind::Error)
        m_error.reset();
    else if (m_shown.kind == BannerKind::StopLoss)
        m_stop.reset();
    else
        m_dismissed += int(m_shown.kind);
    refresh();
}

/// Half a sentence says nothing; the accessible description has all of it.
void BannerStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_sentence->setVisible(width() >= m_look.px(leastForSentence));
}

void BannerStrip::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &theme = m_look.theme();
    const bool grave = isGrave(m_shown.kind);
    p.fillRect(rect(), grave ? theme.dangerTint : theme.warnTint);
    paint::hairline(p, QPoint(0, height() - 1), QPoint(width(), height() - 1),
                    grave ? theme.dangerLine : theme.warnLine);
}

} // namespace baton::ui
