#include "ui/panels/LinkedStrip.h"

#include "ui/panels/Button.h"
#include "ui/panels/Label.h"
#include "ui/text/Format.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtCore/QTimeZone>
#include <QtWidgets/QHBoxLayout>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int linkIcon = 16;

} // namespace

LinkedStrip::LinkedStrip(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_icon(new QLabel)
    , m_words(new Label(look, Role::Body, &Theme::ink))
    , m_open(new Button(look, tr("Open it")))
    , m_close(new Button(look, tr("Close this as duplicate…")))
{
    m_words->setElided(Qt::ElideRight);
    m_open->setButtonSize(ButtonSize::Small);
    m_close->setButtonSize(ButtonSize::Small);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::conversationPadding, 0, 12, 1);
    row->setSpacing(9);
    row->addWidget(m_icon);
    row->addWidget(m_words, 1);
    row->addWidget(m_open);
    row->addWidget(m_close);
    connect(m_open, &QAbstractButton::clicked, this, [this] { Q_EMIT openRequested(m_other); });
    connect(m_close, &QAbstractButton::clicked, this, &LinkedStrip::closeRequested);
    connect(&look, &Look::changed, this, &LinkedStrip::relook);
    hide();
    relook();
}

void LinkedStrip::setSnapshot(const ConversationSnapshot &snapshot, bool mayClose)
{
    const std::optional<QueueRow> &duplicate = snapshot.duplicateOf;
    const std::optional<QueueRow> &back = snapshot.backTo;
    setVisible(duplicate || back);
    m_close->setVisible(duplicate && mayClose);
    if (!duplicate && !back)
        return;
    m_other = duplicate ? duplicate->id : back->id;
    m_iconName = duplicate ? u"merge"_s : u"recontact"_s;
    m_words->setText(
        duplicate
            ? tr("Duplicate: the same matter is open since %1, “%2”")
                  .arg(format::time({duplicate->place.waitingSince}, QTimeZone::systemTimeZone()),
                       duplicate->need.simplified())
            : tr("Back about the same matter: “%1”, closed before").arg(back->need.simplified()));
    m_open->setAccessibleName(duplicate ? tr("Open the older conversation")
                                        : tr("Open the earlier conversation"));
    setAccessibleName(m_words->text());
    relook();
}

QString LinkedStrip::words() const
{
    return m_words->text();
}

void LinkedStrip::relook()
{
    setFixedHeight(m_look.px(metrics::banner));
    if (!m_iconName.isEmpty())
        m_icon->setPixmap(
            m_look.icon(m_iconName, linkIcon, m_look.theme().warnText, devicePixelRatioF()));
    update();
}

void LinkedStrip::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &theme = m_look.theme();
    p.fillRect(rect(), theme.warnTint);
    paint::hairline(p, QPoint(0, height() - 1), QPoint(width(), height() - 1), theme.warnLine);
}

} // namespace baton::ui
