#include "ui/panels/StopSegments.h"

#include "ui/panels/Button.h"
#include "ui/panels/Chip.h"
#include "ui/panels/ClearLayout.h"
#include "ui/panels/Label.h"
#include "ui/panels/StopSheets.h"
#include "ui/text/ScoreWords.h"
#include "ui/text/StopWords.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int conditionIcon = 14;

} // namespace

StopSegments::StopSegments(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_column(new QVBoxLayout(this))
{
    setAccessibleName(tr("Held by the stop-loss"));
    m_column->setContentsMargins({});
    m_column->setSpacing(6);
    connect(&look, &Look::changed, this, &StopSegments::rebuild);
}

void StopSegments::setStops(const StopSnapshot &stops)
{
    const bool same = m_stops.isRead == stops.isRead && m_stops.mayAct == stops.mayAct
        && m_stops.acting == stops.acting && m_stops.segments == stops.segments
        && m_stops.lookedWeek == stops.lookedWeek;
    m_stops = stops;
    if (!same)
        rebuild();
}

void StopSegments::addWords(QVBoxLayout *column, const QString &text, QColor Theme::*ink)
{
    auto *label = new Label(m_look, Role::Small, ink);
    label->setWordWrap(true);
    label->setText(text);
    column->addWidget(label);
}

void StopSegments::addSegment(const StopSegment &segment)
{
    auto *column = new QVBoxLayout;
    column->setSpacing(3);
    auto *head = new QHBoxLayout;
    auto *name = new Label(m_look, Role::Body);
    name->setWeight(QFont::DemiBold);
    name->setText(segment.title);
    head->addWidget(name, 1);
    head->addWidget(new Chip(m_look, words::chipOf(segment.state)));
    column->addLayout(head);
    addWords(column, words::whyOf(segment.last), &Theme::ink2);
    if (const QString figures = words::figuresOf(segment.last); !figures.isEmpty())
        addWords(column, figures, &Theme::ink3);
    if (segment.until)
        addWords(
            column,
            tr("The release expires at the end of week %1.").arg(words::weekNumber(*segment.until)),
            &Theme::warnText);
    if (!isAlone(segment.state)) {
        addWords(column, tr("What a release wants"), &Theme::ink);
        for (const words::Condition &one : words::conditionsOf(segment, m_stops.limits)) {
            auto *row = new QHBoxLayout;
            row->setSpacing(6);
            auto *mark = new QLabel;
            mark->setPixmap(m_look.icon(one.met ? u"step-ok"_s : u"step-open"_s, conditionIcon,
                                        one.met ? m_look.theme().okText : m_look.theme().ink3,
                                        devicePixelRatioF()));
            auto *label = new Label(m_look, Role::Small, one.met ? &Theme::ink2 : &Theme::ink3);
            label->setWordWrap(true);
            label->setText(one.text);
            label->setAccessibleName(one.met ? tr("Met: %1").arg(one.text)
                                             : tr("Not met: %1").arg(one.text));
            row->addWidget(mark, 0, Qt::AlignTop);
            row->addWidget(label, 1);
            column->addLayout(row);
        }
    }
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    if (m_stops.mayAct && segment.state != GuardState::Canary) {
        auto *release = new Button(m_look, tr("Release…"), ButtonKind::Careful);
        release->setButtonSize(ButtonSize::Small);
        release->setAccessibleDescription(segment.title);
        release->setEnabled(!m_stops.acting);
        connect(release, &QAbstractButton::clicked, this,
                [this, segment] { askForRelease(segment); });
        buttons->addWidget(release);
    }
    if (!segment.evidence.isEmpty()) {
        auto *evidence = new Button(m_look, tr("Open the evidence"));
        evidence->setButtonSize(ButtonSize::Small);
        evidence->setIconName(u"external"_s);
        evidence->setAccessibleDescription(segment.title);
        connect(evidence, &QAbstractButton::clicked, this,
                [this, folder = segment.evidence] { Q_EMIT evidenceRequested(folder); });
        buttons->addWidget(evidence);
    }
    buttons->addStretch();
    column->addLayout(buttons);
    m_column->addLayout(column);
    m_column->addSpacing(6);
}

void StopSegments::rebuild()
{
    const bool had = isAncestorOf(window()->focusWidget());
    clearLayout(m_column);
    if (!m_stops.isRead)
        return;
    bool canTrip = false;
    for (const StopSegment &segment : m_stops.segments) {
        canTrip = canTrip || isAlone(segment.state);
        if (segment.state != GuardState::Armed)
            addSegment(segment);
    }
    addWords(m_column,
             m_stops.lookedWeek > 0
                 ? tr("Weeks are looked at once they are over; the newest was week %1. %2 answer "
                      "for it.")
                       .arg(words::weekNumber(m_stops.lookedWeek))
                       .arg(m_stops.owner)
                 : tr("No week has been looked at yet: that needs one that is over, and contacts "
                      "after it."),
             &Theme::ink3);
    if (!m_stops.mayAct || !canTrip)
        return;
    auto *trip = new Button(m_look, tr("Trip by hand…"), ButtonKind::Risky);
    trip->setButtonSize(ButtonSize::Small);
    trip->setIconName(u"stop"_s);
    trip->setEnabled(!m_stops.acting);
    connect(trip, &QAbstractButton::clicked, this, &StopSegments::askForTrip);
    m_column->addWidget(trip, 0, Qt::AlignLeft);
    if (had)
        trip->setFocus(Qt::OtherFocusReason);
}

void StopSegments::askForTrip()
{
    auto *sheet = new TripSheet(m_look, m_stops, window());
    connect(sheet, &TripSheet::decided, this, &StopSegments::tripRequested);
    sheet->open();
}

void StopSegments::askForRelease(const StopSegment &segment)
{
    auto *sheet = new ReleaseSheet(m_look, segment, m_stops.limits, window());
    connect(sheet, &ReleaseSheet::decided, this,
            [this, name = segment.segment](const QString &reason, int weeks) {
                Q_EMIT releaseRequested(name, reason, weeks);
            });
    sheet->open();
}

} // namespace baton::ui
