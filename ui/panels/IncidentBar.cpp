#include "ui/panels/IncidentBar.h"

#include "ui/panels/Button.h"
#include "ui/panels/HeaderParts.h"
#include "ui/panels/IconButton.h"
#include "ui/text/Format.h"
#include "ui/theme/Paintkit.h"

#include <QtCore/QTimeZone>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int barIcon = 16;
constexpr int barSide = 16;
constexpr int barEnd = 8;

} // namespace

IncidentBar::IncidentBar(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_title(new Label(look, Role::Body, &Theme::ink))
    , m_words(new Label(look, Role::Small, &Theme::ink2))
    , m_since(new Label(look, Role::Small, &Theme::ink2))
    , m_fold(new IconButton(look, u"chevron-down"_s, tr("Unfold")))
    , m_only(new Button(look, tr("Show only these"), ButtonKind::Outlined))
    , m_answer(new Button(look, tr("Answer all…"), ButtonKind::Outlined))
{
    m_title->setWeight(QFont::DemiBold);
    m_title->setElided(Qt::ElideRight);
    m_words->setElided(Qt::ElideRight);
    m_fold->setButtonSize(ButtonSize::Small);
    m_only->setButtonSize(ButtonSize::Small);
    m_answer->setButtonSize(ButtonSize::Small);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(barSide, 6, barEnd, 9);
    column->setSpacing(2);
    const auto row = [column](std::initializer_list<QWidget *> widgets, int wide) {
        auto *line = new QHBoxLayout;
        line->setSpacing(6);
        int at = 0;
        for (QWidget *widget : widgets)
            line->addWidget(widget, at++ == wide ? 1 : 0);
        if (wide < 0)
            line->addStretch(1);
        column->addLayout(line);
    };
    row({new IconLabel(look, u"users"_s, barIcon, &Theme::warnText), m_title, m_fold}, 1);
    row({m_words, m_since}, 0);
    column->addSpacing(4);
    row({m_only, m_answer}, -1);
    QWidget::setTabOrder(m_only, m_answer);
    QWidget::setTabOrder(m_answer, m_fold);
    connect(m_only, &QAbstractButton::clicked, this,
            [this] { Q_EMIT onlyRequested(m_shown == Shown::Alone ? 0 : m_listed.incident.id); });
    connect(m_fold, &QAbstractButton::clicked, this,
            [this] { Q_EMIT foldRequested(m_listed.incident.id, !m_listed.folded); });
    connect(m_answer, &QAbstractButton::clicked, this,
            [this] { Q_EMIT answerRequested(m_listed.incident.id); });
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
}

void IncidentBar::setIncident(const ListedIncident &listed, Shown shown)
{
    m_listed = listed;
    m_shown = shown;
    tell();
}

void IncidentBar::setKey(const QString &key)
{
    m_key = key;
    tell();
}

void IncidentBar::tell()
{
    const Incident &incident = m_listed.incident;
    const QString since
        = tr("since %1").arg(format::time(incident.since, QTimeZone::systemTimeZone()));
    m_title->setText(tr("%n customer(s) write the same", nullptr, incident.customers));
    m_words->setText(tr("“%1”", "what customers wrote").arg(incident.words));
    m_since->setText(since);
    const bool alone = m_shown == Shown::Alone;
    m_only->setText(alone ? tr("Show all") : tr("Show only these"));
    m_only->setKeyHint(m_key);
    m_answer->setVisible(!incident.alike.isEmpty());
    m_fold->setVisible(!alone);
    m_fold->setIconName(m_listed.folded ? u"chevron-down"_s : u"chevron-up"_s);
    m_fold->setName(
        m_listed.folded
            ? tr("Unfold %n conversation(s)", nullptr, int(incident.alike.size()))
            : tr("Fold %n conversation(s) into this line", nullptr, int(incident.alike.size())));
    setAccessibleName(m_title->text());
    setAccessibleDescription(tr("%1, %2. %n conversation(s) wait.", "what they wrote, since when",
                                int(incident.waiting.size()))
                                 .arg(m_words->text(), since));
}

void IncidentBar::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &theme = m_look.theme();
    p.fillRect(rect(), theme.warnTint);
    paint::hairline(p, QPoint(0, height() - 1), QPoint(width(), height() - 1), theme.warnLine);
}

} // namespace baton::ui
