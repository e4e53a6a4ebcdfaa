#include "ui/panels/WhyStrip.h"

#include "core/base/Text.h"
#include "ui/panels/Button.h"
#include "ui/panels/Chip.h"
#include "ui/panels/FlowRow.h"
#include "ui/panels/Label.h"
#include "ui/panels/PlainTip.h"
#include "ui/panels/TierBadge.h"
#include "ui/text/JudgedWords.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int quoteUnits = 36;
constexpr qsizetype chipsShown = 3; // the rule's popover tells the rest
constexpr int mostTold = 2;         ///< changes that would flip the tier, in one line

/// What was seen, where it adds to the rule's name.
QString seenIn(const Trigger &trigger)
{
    switch (trigger.rule) {
    case Rule::Safety:
    case Rule::Legal:
    case Rule::Fraud:
    case Rule::AccountTakeover:
    case Rule::AsksForPerson:
    case Rule::ThreatToLeave:
    case Rule::Vulnerable:
    case Rule::RegulatorOrPress:
    case Rule::DataProtection:
    case Rule::BrokenPromise:
        return trigger.evidence.isEmpty()
            ? QString()
            : WhyStrip::tr("“%1”", "quoted words")
                  .arg(text::firstWords(trigger.evidence.first().text, quoteUnits));
    case Rule::Confidence:
    case Rule::ToolFailed:
    case Rule::RepeatContact:
        return words::observed(trigger);
    case Rule::SameAnswer:
        return WhyStrip::tr("%1×", "times").arg(trigger.observed);
    case Rule::TierC:
    case Rule::Rollback:
    case Rule::TierB:
    case Rule::NoneOfThese:
    case Rule::IntentDisagreement:
    case Rule::Mood:
    case Rule::HighValue:
        break;
    }
    return {};
}

} // namespace

WhyStrip::WhyStrip(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_row(new QWidget)
    , m_chips(new FlowRow(6, m_row))
    , m_line(new QWidget)
    , m_corrected(new Label(look, Role::Small, &Theme::ink2))
    , m_policy(new Label(look, Role::Small, &Theme::ink3))
    , m_flip(new Label(look, Role::Small, &Theme::ink3))
    , m_badge(new TierBadge(look, 16))
    , m_rule(new Button(look, tr("Show rule"), ButtonKind::Link))
{
    setAccessibleName(tr("Why it is here"));
    auto *line = new QHBoxLayout(m_line);
    line->setContentsMargins({});
    line->setSpacing(5);
    line->addWidget(m_corrected);
    line->addWidget(m_policy);
    line->addSpacing(-2); // one sentence after the other
    line->addWidget(m_flip);
    line->addWidget(m_badge);
    m_rule->setButtonSize(ButtonSize::Small);
    m_rule->setToolTip(tr("Show the rule and what would change it (W)"));
    line->addSpacing(-3); // its own room
    line->addWidget(m_rule);
    connect(m_rule, &QAbstractButton::clicked, this, &WhyStrip::ruleRequested);
    line->addStretch();
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(1); // the door at the end of the line is as high as a door has to be
    all->addWidget(m_row);
    all->addWidget(m_line);
    m_flip->setElided(Qt::ElideRight);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    hide();
}

QWidget *WhyStrip::ruleAnchor() const
{
    return m_rule;
}

void WhyStrip::setJudged(const std::optional<Judged> &judged)
{
    setVisible(judged.has_value());
    if (judged == m_shown)
        return;
    m_shown = judged;
    if (!judged)
        return;
    showChips(judged->decision);
    m_policy->setText(words::ruledBy(judged->decision));
    m_flip->setVisible(judged->flip.has_value());
    m_badge->setVisible(judged->flip.has_value());
    if (judged->flip) {
        // The rule's popover tells all of them.
        const auto changes = int(judged->flip->changes.size());
        m_flip->setText(changes > mostTold ? tr("With %n changes this would be", nullptr, changes)
                                           : words::of(*judged->flip));
        m_badge->setTier(judged->flip->to);
    }
}

void WhyStrip::setFeedback(const QList<Feedback> &feedback)
{
    QString corrected;
    for (const Feedback &one : feedback) {
        if (one.kind == FeedbackKind::Tier)
            corrected
                = tr("%1 made it tier %2.", "a person").arg(displayName(one.agent), one.became);
    }
    m_corrected->setText(corrected);
    m_corrected->setVisible(!corrected.isEmpty());
    // What would have changed Baton's decision says nothing of a person's.
    const bool flips = corrected.isEmpty() && m_shown && m_shown->flip;
    m_flip->setVisible(flips);
    m_badge->setVisible(flips);
}

void WhyStrip::showChips(const Decision &decision)
{
    m_chips->clear();
    // What decided comes first, then what can be shown in the most places.
    QList<Trigger> shown = decision.triggers;
    std::stable_sort(shown.begin(), shown.end(), [&](const Trigger &a, const Trigger &b) {
        const auto rank = [&](const Trigger &trigger) {
            return std::pair(trigger.leadsTo != decision.route, -trigger.evidence.size());
        };
        return rank(a) < rank(b);
    });
    const qsizetype deciding
        = std::count_if(shown.begin(), shown.end(),
                        [&](const Trigger &trigger) { return trigger.leadsTo == decision.route; });
    const qsizetype most = std::max(deciding, chipsShown);
    const qsizetype rest = shown.size() > most + 1 ? shown.size() - most : 0;
    shown.resize(shown.size() - rest);
    for (const Trigger &trigger : std::as_const(shown)) {
        const QString seen = seenIn(trigger);
        const QString name = trigger.rule == Rule::SameAnswer ? tr("Same answer", "and how often")
                                                              : words::of(trigger.rule);
        const paint::Tone tone
            = trigger.leadsTo == Route::Escalate ? paint::Tone::Danger : paint::Tone::Neutral;
        const bool leads = !trigger.evidence.isEmpty();
        auto *chip = new Chip(
            m_look, {words::iconOf(trigger.rule), name, tone, paint::ChipSize::Normal, seen},
            Chip::Kind::Action);
        if (!trigger.limit.isEmpty())
            chip->setToolTip(
                plainTip(tr("%1: %2, limit %3")
                             .arg(name, words::observed(trigger), words::limitOf(trigger))));
        if (leads) {
            connect(chip, &QAbstractButton::clicked, this,
                    [this, evidence = trigger.evidence.first()] {
                        Q_EMIT evidenceRequested(evidence);
                    });
        } else {
            connect(chip, &QAbstractButton::clicked, this, &WhyStrip::ruleRequested);
        }
        m_chips->addWidget(chip);
        chip->show();
    }
    if (rest > 0) {
        auto *more = new Chip(m_look,
                              {{},
                               tr("+%1", "more rules that held").arg(rest),
                               paint::Tone::Neutral,
                               paint::ChipSize::Normal},
                              Chip::Kind::Action);
        more->setAccessibleName(tr("%n more", "rules that held", int(rest)));
        more->setToolTip(tr("Show the rule and what would change it (W)"));
        connect(more, &QAbstractButton::clicked, this, &WhyStrip::ruleRequested);
        m_chips->addWidget(more);
        more->show();
    }
    m_row->setVisible(!decision.triggers.isEmpty());
}

} // namespace baton::ui
