#include "ui/panels/RulePopover.h"

#include "core/base/Text.h"
#include "ui/panels/Button.h"
#include "ui/panels/Chip.h"
#include "ui/panels/HeaderParts.h"
#include "ui/panels/Label.h"
#include "ui/panels/TierBadge.h"
#include "ui/text/JudgedWords.h"
#include "ui/theme/Metrics.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

namespace baton::ui {

namespace {

constexpr int ruleWidth = 452;
constexpr int rulePadding = 18;
constexpr int seenUnits = 44;

} // namespace

RulePopover::RulePopover(const Look &look, const Judged &judged, const QString &intent,
                         const QString &place, QWidget *parent)
    : Popover(look, tr("Why this is %1").arg(words::tier(judged.decision.route)), parent)
    , m_look(look)
    , m_rows(new QVBoxLayout)
    , m_correct(new Button(look, tr("Wrong tier or intent? Correct it…"), ButtonKind::Link))
{
    setAttribute(Qt::WA_DeleteOnClose);
    body()->addStrut(look.px(ruleWidth) - 2 * (metrics::elevationMargin + 1));
    addHead(judged.decision);
    m_rows->setContentsMargins(rulePadding, 6, rulePadding, 10);
    m_rows->setSpacing(6);
    body()->addLayout(m_rows);
    for (const Trigger &trigger : judged.decision.triggers)
        addTrigger(trigger);
    if (judged.decision.triggers.isEmpty()) {
        auto *none = new Label(m_look, Role::Body, &Theme::ink2);
        none->setWordWrap(true);
        none->setText(tr("No rule held: the bot may answer this. It is here for another reason, "
                         "which the handoff tells."));
        m_rows->addWidget(none);
    }
    body()->addWidget(new Hairline(look, Qt::Horizontal));
    addFlip(judged);
    addPlace(judged, intent, place);
    m_correct->setButtonSize(ButtonSize::Small);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(rulePadding - 3, 0, rulePadding, 10);
    foot->addWidget(m_correct);
    foot->addStretch();
    body()->addLayout(foot);
    connect(m_correct, &QAbstractButton::clicked, this, [this] {
        hide();
        Q_EMIT correctionRequested();
    });
    setFocusProxy(m_correct);
}

void RulePopover::addHead(const Decision &decision)
{
    auto *badge = new TierBadge(m_look, 20);
    badge->setTier(decision.route);
    auto *title = new Label(m_look, Role::Body);
    title->setWeight(QFont::DemiBold);
    title->setText(tr("Why this is %1", "a tier").arg(words::tier(decision.route)));
    auto *version = new Label(m_look, Role::Small, &Theme::ink3);
    version->setText(tr("policy v%1").arg(decision.policyVersion));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(rulePadding, 12, rulePadding, 4);
    head->setSpacing(8);
    head->addWidget(badge);
    head->addWidget(title, 1);
    head->addWidget(version);
    body()->addLayout(head);
}

/// What leads to the tier stands out; what would only have asked for less is quiet.
void RulePopover::addTrigger(const Trigger &trigger)
{
    const bool leads = trigger.leadsTo == Route::Escalate;
    auto *name = new Label(m_look, Role::Body, leads ? &Theme::ink : &Theme::ink2);
    name->setWeight(leads ? QFont::DemiBold : QFont::Normal);
    name->setText(words::of(trigger.rule));
    auto *number = new Label(m_look, Role::Small, &Theme::ink3);
    number->setText(tr("rule %1").arg(ruleNumber(trigger.rule)));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(new IconLabel(m_look, words::iconOf(trigger.rule), 16,
                                 leads ? &Theme::dangerText : &Theme::ink2));
    row->addWidget(name);
    row->addWidget(number);
    if (!trigger.evidence.isEmpty()) {
        const Evidence evidence = trigger.evidence.first();
        auto *seen
            = new Chip(m_look,
                       {QString(), text::firstWords(evidence.text, seenUnits),
                        leads ? paint::Tone::Danger : paint::Tone::Neutral, paint::ChipSize::Small},
                       Chip::Kind::Action);
        connect(seen, &QAbstractButton::clicked, this, [this, evidence] {
            hide();
            Q_EMIT evidenceRequested(evidence);
        });
        row->addWidget(seen);
    }
    row->addStretch();
    if (!trigger.observed.isEmpty() && !trigger.limit.isEmpty()) {
        auto *limit = new Label(m_look, Role::Small, &Theme::ink3);
        limit->setText(tr("%1, limit %2").arg(words::observed(trigger), trigger.limit));
        row->addWidget(limit);
    }
    m_rows->addLayout(row);
}

void RulePopover::addFlip(const Judged &judged)
{
    auto *title = new Label(m_look, Role::Small, &Theme::ink2);
    title->setWeight(QFont::Medium);
    title->setText(tr("What would change it"));
    auto *change = new Label(m_look, Role::Body);
    change->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(change);
    if (judged.flip) {
        change->setText(words::of(*judged.flip));
        auto *badge = new TierBadge(m_look, 16);
        badge->setTier(judged.flip->to);
        row->addWidget(badge);
    } else {
        change->setText(tr("Nothing that was read: no change of a signal alone would."));
    }
    row->addStretch();
    auto *column = new QVBoxLayout;
    column->setContentsMargins(rulePadding, 10, rulePadding, 8);
    column->setSpacing(6);
    column->addWidget(title);
    column->addLayout(row);
    body()->addLayout(column);
}

/// What was read, how sure that is, and where it stands.
void RulePopover::addPlace(const Judged &judged, const QString &intent, const QString &place)
{
    const QString read = intent.isEmpty()
        ? tr("Read as none of the intents known.")
        : tr("Read as %1, %2.", "an intent, how sure")
              .arg(intent, QLocale().toString(judged.signs.intent.confidence, 'f', 2));
    auto *label = new Label(m_look, Role::Small, &Theme::ink2);
    label->setWordWrap(true);
    label->setText(place.isEmpty() ? read : read + u'\n' + place);
    label->setContentsMargins(rulePadding, 0, rulePadding, 8);
    body()->addWidget(label);
}

} // namespace baton::ui
