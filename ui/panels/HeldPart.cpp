#include "ui/panels/HeldPart.h"

#include "core/desk/StopFigures.h"
#include "ui/panels/Button.h"
#include "ui/panels/ClearLayout.h"
#include "ui/panels/Framed.h"
#include "ui/panels/HeaderParts.h"
#include "ui/panels/Label.h"
#include "ui/text/ScoreWords.h"
#include "ui/text/StopWords.h"

#include <QtCore/QFileInfo>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int conditionIcon = 14;

} // namespace

HeldPart::HeldPart(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_column(new QVBoxLayout(this))
{
    setAccessibleName(tr("Held by the stop-loss"));
    m_column->setContentsMargins({});
    m_column->setSpacing(4);
}

void HeldPart::setSegment(const StopSegment &segment, const StopSnapshot &stops)
{
    m_segment = segment;
    m_stops = stops;
    rebuild();
}

void HeldPart::addWords(const QString &text, QColor Theme::*ink)
{
    auto *label = new Label(m_look, Role::Small, ink);
    label->setWordWrap(true);
    label->setText(text);
    m_column->addWidget(label);
}

void HeldPart::addHeading(const QString &text, const QString &aside)
{
    auto *row = new QHBoxLayout;
    auto *label = new Label(m_look, Role::Small);
    label->setWeight(QFont::DemiBold);
    label->setText(text);
    row->addWidget(label, 1);
    if (!aside.isEmpty()) {
        auto *quiet = new Label(m_look, Role::Small, &Theme::ink3);
        quiet->setText(aside);
        row->addWidget(quiet);
    }
    m_column->addLayout(row);
}

/// What was watched, and by how much it fell; nothing where no figure was kept.
void HeldPart::addFigure()
{
    const auto verdict = verdictOf(m_segment.last.figures);
    if (!verdict)
        return;
    const bool back = verdict->watch == quality::Watch::NoRecontact;
    const auto addFall = [this, back](const QString &what, double fall) {
        auto *row = new QHBoxLayout;
        auto *name = new Label(m_look, Role::Body);
        name->setText(what);
        auto *value = new Label(m_look, Role::Body, fall > 0 ? &Theme::dangerText : &Theme::ink);
        value->setWeight(QFont::DemiBold);
        value->setText(words::points(back ? fall : -fall));
        row->addWidget(name, 1);
        row->addWidget(value);
        m_column->addLayout(row);
    };
    addFall(back ? tr("Recontact in 72 h") : tr("CSAT, bot only"),
            verdict->level.value_or(verdict->before.value()) - verdict->now.value());
    addWords(words::figuresOf(m_segment.last), &Theme::ink3);
    // Of one intent there is no mix, and the two are the same.
    constexpr double apart = 0.0005;
    if (verdict->level || std::abs(verdict->adjusted - verdict->now.value()) < apart)
        return;
    addFall(tr("With the earlier mix of intents"), verdict->before.value() - verdict->adjusted);
    if (verdict->finding == quality::Finding::Trips)
        addWords(tr("The same verdict, so nobody had to decide."), &Theme::ink3);
}

void HeldPart::addEvidence()
{
    if (m_segment.evidence.isEmpty())
        return;
    auto *inside = new QWidget;
    auto *row = new QHBoxLayout(inside);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(8);
    auto *names = new QVBoxLayout;
    names->setSpacing(0);
    auto *title = new Label(m_look, Role::Body);
    title->setText(tr("Evidence pack"));
    auto *what = new Label(m_look, Role::Small, &Theme::ink2);
    what->setText(QFileInfo(m_segment.evidence).fileName());
    what->setElided(Qt::ElideMiddle);
    names->addWidget(title);
    names->addWidget(what);
    auto *open = new Button(m_look, tr("Open"), ButtonKind::Link);
    open->setAccessibleName(tr("Open the evidence"));
    open->setAccessibleDescription(m_segment.title);
    connect(open, &QAbstractButton::clicked, this,
            [this, folder = m_segment.evidence] { Q_EMIT evidenceRequested(folder); });
    row->addWidget(new IconLabel(m_look, u"link"_s, 16, &Theme::accentText));
    row->addLayout(names, 1);
    row->addWidget(open);
    m_column->addSpacing(4);
    m_column->addWidget(new Framed(m_look, inside));
}

void HeldPart::addWanted()
{
    const quality::GuardLimits &limits = m_stops.limits;
    const int since = m_segment.last.week;
    const int level
        = std::max(since, m_stops.lookedWeek) + limits.levelWeeks - m_segment.weeksAtLevel;
    const int earliest = std::max(since + limits.coolDownWeeks, level);
    addHeading(tr("To release"),
               m_segment.state == GuardState::Ready
                   ? tr("a person's word")
                   : tr("earliest after week %1").arg(words::weekNumber(earliest)));
    for (const words::Condition &one : words::conditionsOf(m_segment, limits)) {
        auto *row = new QHBoxLayout;
        row->setSpacing(6);
        auto *label = new Label(m_look, Role::Small, one.met ? &Theme::ink2 : &Theme::ink);
        label->setWordWrap(true);
        label->setText(one.text);
        label->setAccessibleName(one.met ? tr("Met: %1").arg(one.text)
                                         : tr("Not met: %1").arg(one.text));
        row->addWidget(new IconLabel(m_look, one.met ? u"step-ok"_s : u"step-open"_s, conditionIcon,
                                     one.met ? &Theme::okText : &Theme::ink3),
                       0, Qt::AlignTop);
        row->addWidget(label, 1);
        m_column->addLayout(row);
    }
}

void HeldPart::rebuild()
{
    clearLayout(m_column);
    if (m_segment.segment.isEmpty())
        return;
    addHeading(m_segment.state == GuardState::Canary      ? tr("Why it is on trial")
                   : m_segment.state == GuardState::Ready ? tr("Why it may be released")
                                                          : tr("Why it tripped"),
               {});
    addFigure();
    addWords(words::whyOf(m_segment.last), &Theme::ink2);
    if (m_segment.until)
        addWords(tr("The release expires at the end of week %1.")
                     .arg(words::weekNumber(*m_segment.until)),
                 &Theme::warnText);
    addEvidence();
    if (!isAlone(m_segment.state)) {
        m_column->addSpacing(12);
        addWanted();
    }
}

} // namespace baton::ui
