#include "ui/panels/LinkedStrip.h"

#include "ui/panels/Button.h"
#include "ui/panels/HeaderParts.h"
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
    , m_words(new Label(look, Role::Body, &Theme::ink))
    , m_open(new Button(look, tr("Open it")))
    , m_close(new Button(look, tr("Close this as duplicate…")))
{
    m_words->setElided(Qt::ElideRight);
    m_open->setButtonSize(ButtonSize::Small);
    m_open->setAccessibleName(tr("Open the older conversation"));
    m_close->setButtonSize(ButtonSize::Small);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(metrics::conversationPadding, 0, 12, 1);
    row->setSpacing(9);
    row->addWidget(new IconLabel(look, u"merge"_s, linkIcon, &Theme::warnText));
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
    const std::optional<QueueRow> &other = snapshot.duplicateOf;
    setVisible(other.has_value());
    m_close->setVisible(other && mayClose);
    if (!other)
        return;
    m_other = other->id;
    m_words->setText(
        tr("Duplicate: the same matter is open since %1, “%2”")
            .arg(format::time({other->place.waitingSince}, QTimeZone::systemTimeZone()),
                 other->need.simplified()));
    setAccessibleName(m_words->text());
}

void LinkedStrip::relook()
{
    setFixedHeight(m_look.px(metrics::banner));
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
