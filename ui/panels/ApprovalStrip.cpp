#include "ui/panels/ApprovalStrip.h"

#include "ui/panels/Button.h"
#include "ui/panels/HeaderParts.h"
#include "ui/panels/Label.h"
#include "ui/text/Format.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtCore/QTimeZone>
#include <QtGui/QAccessible>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int stripLines = 3; // of what waits, or of the note

} // namespace

ApprovalStrip::ApprovalStrip(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_icon(new IconLabel(look, u"verified"_s, 16, &Theme::ink2))
    , m_title(new Label(look, Role::Small))
    , m_words(new Label(look, Role::Small, &Theme::ink2))
    , m_button(new Button(look, {}))
{
    m_title->setWeight(QFont::DemiBold);
    m_title->setWordWrap(true);
    m_words->setWordWrap(true);
    m_words->setMostLines(stripLines);
    m_button->setButtonSize(ButtonSize::Small);
    auto *text = new QVBoxLayout;
    text->setSpacing(2);
    text->addWidget(m_title);
    text->addWidget(m_words);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 10, 9);
    row->setSpacing(9);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(text, 1);
    row->addWidget(m_button, 0, Qt::AlignTop);
    connect(m_button, &QAbstractButton::clicked, this, [this] {
        if (!m_approval)
            return;
        if (m_approval->status == ApprovalStatus::Asked)
            Q_EMIT takeBackRequested(m_approval->request.key);
        else
            Q_EMIT readRequested(m_approval->request.key);
    });
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
    hide();
}

QString ApprovalStrip::words() const
{
    return m_words->text();
}

void ApprovalStrip::setApproval(const std::optional<Approval> &approval)
{
    const bool isNews = approval != m_approval;
    m_approval = approval;
    setVisible(approval.has_value());
    if (!approval || !isNews)
        return;
    const bool waits = approval->status == ApprovalStatus::Asked;
    const QString lead
        = approval->decidedBy.name.isEmpty() ? tr("A lead") : approval->decidedBy.name;
    m_title->setText(
        waits ? tr("Waits for a lead’s approval since %1", "a time")
                    .arg(format::time(approval->request.at, QTimeZone::systemTimeZone()))
              : tr("%1 returned your reply at %2", "a person, a time")
                    .arg(lead, format::time(approval->decidedAt, QTimeZone::systemTimeZone())));
    m_words->setText(waits ? approval->request.text : approval->note);
    m_words->setInk(waits ? &Theme::ink2 : &Theme::ink);
    m_icon->setIconName(waits ? u"clock"_s : u"coach"_s);
    m_button->setText(waits ? tr("Take it back") : tr("I have read it"));
    setAccessibleName(tr("%1. %2", "two sentences").arg(m_title->text(), m_words->text()));
    update();
    if (isVisible()) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

void ApprovalStrip::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    p.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    const bool waits = m_approval && m_approval->status == ApprovalStatus::Asked;
    paint::box(p, QRectF(rect()).adjusted(1, 0, -1, -6), metrics::radiusCard,
               waits ? theme.sunken : theme.warnTint, waits ? theme.line : theme.warnLine);
}

} // namespace baton::ui
