#include "ui/panels/RulePopover.h"

#include "core/base/Text.h"
#include "ui/panels/Button.h"
#include "ui/panels/HeaderParts.h"
#include "ui/panels/KeyCap.h"
#include "ui/panels/Label.h"
#include "ui/panels/TierBadge.h"
#include "ui/text/JudgedWords.h"
#include "ui/theme/KeyFocus.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtGui/QPainter>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

namespace baton::ui {

namespace {

constexpr int ruleWidth = 452;
constexpr int rulePadding = 18;
constexpr int ruleLine = 26;
constexpr int seenUnits = 44;
constexpr int mostOnOneLine = ruleWidth - 2 * rulePadding - 50; ///< beside the arrow and the tier
constexpr int quotePadding = 2;
constexpr int linkPadding = 3; ///< within the button
constexpr int linkGap = 14;    ///< between words
constexpr qreal quoteLine = 1.5;

QString titleOf(const Decision &decision)
{
    return RulePopover::tr("Why this is %1", "a tier").arg(words::tierName(decision.route));
}

/// The words that a rule rests on, as the thread underlines them. Pressing them leads there.
class RuleQuote : public QAbstractButton
{
public:
    RuleQuote(const Look &look, const QString &words)
        : m_look(look)
    {
        setText(words);
        setAccessibleName(words);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setFocusHalo(this, metrics::radiusMarker);
    }

    QSize sizeHint() const override
    {
        const QFontMetrics metrics(m_look.font(Role::Small));
        return {metrics.horizontalAdvance(text()) + 2 * quotePadding + 1, metrics::target};
    }
    QSize minimumSizeHint() const override { return {metrics::target, metrics::target}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        p.setFont(m_look.font(Role::Small));
        const int line = m_look.lineHeight(Role::Small) + 2;
        const QRect place(0, (height() - line) / 2, width(), line);
        p.fillRect(place, m_look.theme().dangerTint);
        p.fillRect(QRectF(0, place.bottom() + 1 - quoteLine, width(), quoteLine),
                   m_look.theme().danger);
        p.setPen(m_look.theme().ink);
        paint::drawWords(
            p, place.adjusted(quotePadding, 0, -quotePadding, 0), Qt::AlignVCenter,
            p.fontMetrics().elidedText(text(), Qt::ElideRight, width() - 2 * quotePadding));
    }

private:
    const Look &m_look;
};

} // namespace

RulePopover::RulePopover(const Look &look, const Judged &judged, const Facts &facts,
                         QWidget *parent)
    : Popover(look, titleOf(judged.decision), parent)
    , m_look(look)
    , m_facts(facts)
    , m_rows(new QVBoxLayout)
    , m_correct(new Button(look, tr("Wrong tier or intent? Correct it…"), ButtonKind::Link))
{
    setAttribute(Qt::WA_DeleteOnClose);
    body()->addStrut(look.px(ruleWidth) - 2);
    addHead(judged.decision);
    m_rows->setContentsMargins(rulePadding, 4, rulePadding, 12);
    m_rows->setSpacing(0);
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
    addPlace();
    auto *policy = new Button(look, tr("Open in Policy"), ButtonKind::Link);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(rulePadding - linkPadding, 0, rulePadding, 8);
    foot->setSpacing(linkGap - 2 * linkPadding);
    for (Button *link : {m_correct, policy}) {
        link->setButtonSize(ButtonSize::Small);
        foot->addWidget(link);
    }
    foot->addStretch();
    body()->addLayout(foot);
    connect(m_correct, &QAbstractButton::clicked, this, [this] {
        hide();
        Q_EMIT correctionRequested();
    });
    connect(policy, &QAbstractButton::clicked, this, [this] {
        hide();
        Q_EMIT policyRequested();
    });
}

void RulePopover::addHead(const Decision &decision)
{
    auto *badge = new TierBadge(m_look, 20);
    badge->setTier(decision.route);
    auto *title = new Label(m_look, Role::Body);
    title->setWeight(QFont::DemiBold);
    title->setText(titleOf(decision));
    auto *version = new Label(m_look, Role::Small, &Theme::ink3);
    version->setText(tr("policy v%1").arg(decision.policyVersion));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(rulePadding, 13, rulePadding, 5);
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
    auto *line = new QWidget;
    line->setFixedHeight(m_look.px(ruleLine));
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins({});
    row->setSpacing(8);
    row->addWidget(new KeyCap(m_look, QString::number(ruleNumber(trigger.rule))));
    auto *name = new Label(m_look, Role::Small, leads ? &Theme::ink : &Theme::ink3);
    name->setWeight(leads ? QFont::Medium : QFont::Normal);
    name->setText(words::of(trigger.rule));
    row->addWidget(name);
    addSeen(row, trigger);
    m_rows->addWidget(line);
}

void RulePopover::addSeen(QHBoxLayout *row, const Trigger &trigger)
{
    if (!trigger.observed.isEmpty() && !trigger.limit.isEmpty()) {
        auto *limit = new Label(m_look, Role::Small, &Theme::ink3);
        limit->setText(tr("%1, limit %2").arg(words::observed(trigger), words::limitOf(trigger)));
        row->addWidget(limit);
    }
    if (trigger.evidence.isEmpty()) {
        row->addStretch();
        return;
    }
    const Evidence evidence = trigger.evidence.first();
    const auto show = [this, evidence] {
        hide();
        Q_EMIT evidenceRequested(evidence);
    };
    auto *seen = new RuleQuote(m_look, text::firstWords(evidence.text, seenUnits));
    connect(seen, &QAbstractButton::clicked, this, show);
    row->addWidget(seen);
    row->addStretch();
    if (const QString time = m_facts.times.value(evidence.message); !time.isEmpty()) {
        auto *at = new Label(m_look, Role::Small, &Theme::accentText);
        at->setText(time);
        row->addWidget(at);
    }
}

void RulePopover::addFlip(const Judged &judged)
{
    auto *title = new Label(m_look, Role::Small, &Theme::ink3);
    title->setWeight(QFont::Medium);
    title->setText(tr("What would change it"));
    auto *change = new Label(m_look, Role::Small);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(change);
    if (judged.flip) {
        const QString said = words::changeOf(*judged.flip);
        change->setText(said);
        // What wraps is made narrower than it need be.
        change->setWordWrap(QFontMetrics(change->font()).horizontalAdvance(said)
                            > m_look.px(mostOnOneLine));
        row->addWidget(new IconLabel(m_look, QStringLiteral("arrow-right"), 14, &Theme::ink3));
        auto *badge = new TierBadge(m_look, 16);
        badge->setTier(judged.flip->to);
        row->addWidget(badge);
    } else {
        change->setWordWrap(true);
        change->setText(tr("Nothing that was read: no change of a signal alone would."));
    }
    row->addStretch();
    auto *read = new Label(m_look, Role::Small, &Theme::ink3);
    read->setWordWrap(true);
    read->setText(
        words::readAs(judged.signs, {m_facts.intent, m_facts.runnerUp, m_facts.decidedBy}));
    auto *column = new QVBoxLayout;
    column->setContentsMargins(rulePadding, 10, rulePadding, 6);
    column->setSpacing(8);
    column->addWidget(title);
    column->addLayout(row);
    column->addWidget(read);
    body()->addLayout(column);
}

void RulePopover::addPlace()
{
    if (m_facts.place.isEmpty())
        return;
    auto *label = new Label(m_look, Role::Small, &Theme::ink3);
    label->setWordWrap(true);
    label->setText(m_facts.place);
    label->setContentsMargins(rulePadding, 0, rulePadding, 4);
    body()->addWidget(label);
}

} // namespace baton::ui
