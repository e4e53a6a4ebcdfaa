#include "ui/panels/PolicyRulesPane.h"

#include "core/desk/LabelTypes.h"
#include "ui/panels/Button.h"
#include "ui/panels/ClearLayout.h"
#include "ui/panels/ConfidenceSlider.h"
#include "ui/panels/Label.h"
#include "ui/panels/NumberField.h"
#include "ui/panels/Popover.h"
#include "ui/panels/TierBadge.h"
#include "ui/panels/TriggerRow.h"
#include "ui/text/Format.h"
#include "ui/text/HoursWords.h"
#include "ui/text/PolicyWords.h"
#include "ui/theme/Metrics.h"
#include "ui/theme/Paintkit.h"

#include <QtCore/QTimeZone>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QStyle>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int popoverWide = 360;
constexpr int mostVersions = 6;

/// A version: its number, what it is about, when and who. All of it can be pressed.
class VersionButton : public Button
{
public:
    VersionButton(const Look &look, const QString &number, const QString &about, const QString &who,
                  bool draft)
        : Button(look, number, ButtonKind::Quiet)
        , m_given(look)
        , m_number(number)
        , m_about(about)
        , m_who(who)
        , m_draft(draft)
    {
        setAccessibleName(number);
        setAccessibleDescription(about + u". "_s + who);
        setToolTip(about);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setFixedHeight(look.px(36));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        p.setRenderHint(QPainter::Antialiasing);
        const Theme &theme = m_given.theme();
        if (underMouse())
            p.fillRect(rect(), theme.hover);
        paint::hairline(p, rect().topLeft(), rect().topRight(), theme.line);
        const auto visual
            = [this](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
        const auto write = [&](const QRect &place, const QFont &font, const QColor &ink,
                               const QString &text) {
            p.setFont(font);
            p.setPen(ink);
            paint::drawWords(p, visual(place), int(Qt::AlignVCenter | Qt::AlignLeading),
                             QFontMetrics(font).elidedText(text, Qt::ElideRight, place.width()));
        };
        write({0, 0, 30, height()}, m_given.font(Role::Small, QFont::DemiBold),
              m_draft ? theme.accentText : theme.ink, m_number);
        write({35, 3, width() - 35, height() / 2 - 2}, m_given.font(Role::Small), theme.ink,
              m_about);
        write({35, height() / 2, width() - 35, height() / 2 - 3},
              m_given.font(Role::Micro, QFont::Normal), theme.ink3, m_who);
    }

private:
    const Look &m_given;
    QString m_number;
    QString m_about;
    QString m_who;
    bool m_draft;
};

Label *section(const Look &look, const QString &text)
{
    auto *label = new Label(look, Role::Small);
    label->setWeight(QFont::DemiBold);
    label->setText(text);
    return label;
}

} // namespace

PolicyRulesPane::PolicyRulesPane(const Look &look, const Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_clock(clock)
    , m_window(new Label(look, Role::Small, &Theme::ink3))
    , m_slider(new ConfidenceSlider(look))
    , m_high(new NumberField(look, tr("High confidence"), {0.5, 1, 0.01, 2}))
    , m_was(new Label(look, Role::Small, &Theme::ink3))
    , m_medium(new NumberField(look, tr("Medium confidence"), {0, 1, 0.01, 2}))
    , m_agreement(new Label(look, Role::Small, &Theme::ink2))
    , m_days(new Label(look, Role::Small, &Theme::ink3))
    , m_fall(new NumberField(look, tr("Fall of CSAT that rolls back, in points"),
                             {1, 100, 0.5, 1, tr(" pt")}))
    , m_rise(new NumberField(look, tr("Rise of recontacts that rolls back, in per cent"),
                             {1, 1000, 1, 0, u" %"_s}))
    , m_levels(new Label(look, Role::Small, &Theme::ink2))
    , m_hours(new Label(look, Role::Small, &Theme::ink2))
    , m_changeHours(new Button(look, tr("Show"), ButtonKind::Link))
    , m_approval(new Label(look, Role::Small, &Theme::ink2))
    , m_compare(new Button(look, tr("Compare"), ButtonKind::Link))
{
    setAccessibleName(tr("Rules"));
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(metrics::panePadding, 14, metrics::panePadding + 1, 12);
    m_column->setSpacing(0);
    buildConfidence();
    endSection();
    buildTriggers();
    endSection();
    buildStopLoss();
    endSection();
    buildHours();
    endSection();
    buildApproval();
    endSection();
    buildVersions();
    m_column->addStretch(1);
    connect(&look, &Look::changed, this, qOverload<>(&QWidget::update));
}

void PolicyRulesPane::addTitle(const QString &title, QWidget *aside)
{
    auto *row = new QHBoxLayout;
    row->addWidget(section(m_look, title), 1);
    if (aside)
        row->addWidget(aside);
    m_column->addLayout(row);
}

void PolicyRulesPane::endSection()
{
    m_column->addSpacing(10);
    auto *mark = new QWidget;
    mark->setFixedHeight(1);
    m_column->addWidget(mark);
    m_rules.append(mark);
    m_column->addSpacing(10);
}

void PolicyRulesPane::buildConfidence()
{
    addTitle(tr("Confidence"), m_window);
    m_column->addSpacing(6);
    m_column->addWidget(m_slider);
    auto *fields = new QHBoxLayout;
    fields->setSpacing(8);
    auto *high = new Label(m_look, Role::Small, &Theme::ink3);
    high->setText(tr("High"));
    auto *medium = new Label(m_look, Role::Small, &Theme::ink3);
    medium->setText(tr("Medium"));
    fields->addWidget(high);
    fields->addWidget(m_high);
    fields->addWidget(m_was);
    fields->addStretch(1);
    fields->addWidget(medium);
    fields->addWidget(m_medium);
    m_column->addSpacing(6);
    m_column->addLayout(fields);
    m_agreement->setWordWrap(true);
    m_column->addSpacing(8);
    m_column->addWidget(m_agreement);
    connect(m_slider, &ConfidenceSlider::moved, this, [this](double mid, double top) {
        change(
            [mid, top](PolicyLimits &limits) {
                limits.medium = mid;
                limits.high = top;
            },
            true);
    });
    connect(m_slider, &ConfidenceSlider::settled, this, &PolicyRulesPane::changeEnded);
    connect(m_high, &NumberField::changed, this, [this](double value) {
        change([value](PolicyLimits &limits) { limits.high = value; }, false);
    });
    connect(m_medium, &NumberField::changed, this, [this](double value) {
        change([value](PolicyLimits &limits) { limits.medium = std::min(value, limits.high); },
               false);
    });
}

void PolicyRulesPane::buildTriggers()
{
    addTitle(tr("Triggers"), m_days);
    m_column->addSpacing(2);
    m_triggerRows = new QVBoxLayout;
    m_triggerRows->setSpacing(0);
    m_column->addLayout(m_triggerRows);
}

void PolicyRulesPane::buildStopLoss()
{
    auto *set = new Label(m_look, Role::Small, &Theme::ink2);
    set->setText(tr("set before scaling"));
    addTitle(tr("Stop-loss"), set);
    m_column->addSpacing(4);
    const auto line = [this](const QString &words, NumberField *field) {
        auto *row = new QHBoxLayout;
        auto *label = new Label(m_look, Role::Small, &Theme::ink2);
        label->setText(words);
        row->addWidget(label, 1);
        row->addWidget(field);
        m_column->addLayout(row);
        m_column->addSpacing(3);
    };
    line(tr("Bot CSAT falls, a week"), m_fall);
    line(tr("or recontact rises"), m_rise);
    m_column->addWidget(m_levels);
    auto *row = new QHBoxLayout;
    row->setSpacing(6);
    auto *badge = new TierBadge(m_look, 16);
    badge->setTier(Route::Assist);
    auto *then = new Label(m_look, Role::Small, &Theme::ink3);
    then->setText(tr("then"));
    auto *words = new Label(m_look, Role::Small, &Theme::ink2);
    words->setText(tr("goes to assist until released"));
    row->addWidget(then);
    row->addWidget(badge);
    row->addWidget(words, 1);
    m_column->addSpacing(2);
    m_column->addLayout(row);
    connect(m_fall, &NumberField::changed, this, [this](double value) {
        change([value](PolicyLimits &limits) { limits.csatFall = value / 100; }, false);
    });
    connect(m_rise, &NumberField::changed, this, [this](double value) {
        change([value](PolicyLimits &limits) { limits.recontactRise = value / 100; }, false);
    });
}

void PolicyRulesPane::buildHours()
{
    addTitle(tr("Deadlines and open hours"), m_changeHours);
    m_hours->setWordWrap(true);
    m_column->addWidget(m_hours);
    m_column->addSpacing(6);
    connect(m_changeHours, &QAbstractButton::clicked, this, &PolicyRulesPane::hoursRequested);
}

/// The shortest and the longest stand for all.
void PolicyRulesPane::tellHours()
{
    m_changeHours->setText(m_state.mayChange ? tr("Change") : tr("Show"));
    m_changeHours->setAccessibleName(m_state.mayChange ? tr("Change deadlines and open hours")
                                                       : tr("Show deadlines and open hours"));
    const QHash<QString, QString> queues = words::queueNames(m_state.queues);
    const auto line = [&queues](const policy::Target &target) {
        return tr("%1: %2", "whom a deadline is for, its minutes")
            .arg(words::targetName(target, queues), words::minutesText(target.minutes));
    };
    QStringList lines;
    if (m_state.targets.isEmpty()) {
        lines.append(tr("No deadline but those promised."));
    } else {
        const auto [shortest, longest] = std::minmax_element(
            m_state.targets.begin(), m_state.targets.end(),
            [](const auto &a, const auto &b) { return a.minutes < b.minutes; });
        lines.append(line(*shortest));
        if (longest != shortest)
            lines.append(line(*longest));
        if (m_state.targets.size() > 2)
            lines.append(tr("and %1 more").arg(m_state.targets.size() - 2));
    }
    if (m_state.hoursChanged)
        lines.append(tr("● changed in this draft"));
    m_hours->setText(lines.join(u'\n'));
}

QString PolicyRulesPane::hours() const
{
    return m_hours->text();
}

void PolicyRulesPane::buildApproval()
{
    addTitle(tr("A lead approves first"), nullptr);
    m_approval->setWordWrap(true);
    m_column->addWidget(m_approval);
    m_column->addSpacing(6);
}

void PolicyRulesPane::tellApproval()
{
    QStringList lines;
    if (!m_state.approvedAgents.isEmpty())
        lines.append(tr("Replies of %1", "people").arg(m_state.approvedAgents.join(u", "_s)));
    QStringList titles;
    for (const QString &intent : m_state.approvedIntents)
        titles.append(m_titles.value(intent, intent));
    if (!titles.isEmpty())
        lines.append(tr("Replies about %1", "intents").arg(titles.join(u", "_s)));
    m_approval->setText(lines.isEmpty()
                            ? tr("Nobody’s replies: the policy file names none under “approval”.")
                            : lines.join(u'\n'));
}

QString PolicyRulesPane::approval() const
{
    return m_approval->text();
}

void PolicyRulesPane::buildVersions()
{
    addTitle(tr("Versions"), m_compare);
    m_column->addSpacing(4);
    m_versionRows = new QVBoxLayout;
    m_versionRows->setSpacing(0);
    m_column->addLayout(m_versionRows);
    connect(m_compare, &QAbstractButton::clicked, this, [this] { Q_EMIT versionsRequested(0); });
}

void PolicyRulesPane::change(const std::function<void(PolicyLimits &)> &fn, bool goesOn)
{
    PolicyLimits limits = m_state.limits;
    fn(limits);
    Q_EMIT limitsChanged(limits);
    if (!goesOn)
        Q_EMIT changeEnded();
    // What was not taken as it was typed.
    m_high->setValue(m_state.limits.high);
    m_medium->setValue(m_state.limits.medium);
}

void PolicyRulesPane::setState(const PolicyState &state)
{
    const bool otherVersions
        = state.versions != m_state.versions || state.changes != m_state.changes;
    m_state = state;
    tellHours();
    tellApproval();
    const PolicyLimits &limits = state.limits;
    m_slider->setValues(limits.medium, limits.high, state.liveLimits.high);
    m_slider->setReadOnly(!state.mayChange);
    m_high->setValue(limits.high);
    m_medium->setValue(limits.medium);
    m_fall->setValue(limits.csatFall * 100);
    m_rise->setValue(limits.recontactRise * 100);
    QStringList levels;
    if (limits.csatLevel)
        levels.append(tr("or bot CSAT is under %1").arg(format::percent(*limits.csatLevel)));
    if (limits.recontactLevel)
        levels.append(tr("or recontact is over %1").arg(format::percent(*limits.recontactLevel)));
    m_levels->setText(levels.join(u'\n'));
    m_levels->setVisible(!levels.isEmpty());
    for (NumberField *field : {m_high, m_medium, m_fall, m_rise})
        field->setReadOnly(!state.mayChange);
    const bool moved = limits.high != state.liveLimits.high;
    m_was->setText(moved ? tr("was %1").arg(words::twoDecimals(state.liveLimits.high)) : QString());
    while (m_triggers.size() < state.rules.size()) {
        auto *row = new TriggerRow(m_look);
        m_triggerRows->addWidget(row);
        m_triggers.append(row);
        connect(row, &TriggerRow::switched, this, &PolicyRulesPane::ruleSwitched);
        connect(row, &TriggerRow::examplesRequested, this, [this, row] { showExamples(row); });
    }
    for (qsizetype i = 0; i < state.rules.size(); ++i)
        m_triggers[i]->setRule(state.rules[i], limits, state.mayChange);
    if (otherVersions)
        listVersions(state);
    sayAgreement();
}

void PolicyRulesPane::setWhatIf(const PolicyWhatIf &whatIf)
{
    m_whatIf = whatIf;
    m_slider->setBars(whatIf.confidence);
    m_window->setText(whatIf.isRead
                          ? tr("%1 days, n %2").arg(whatIf.days).arg(format::count(whatIf.all))
                          : QString());
    m_days->setText(tr("%1 days").arg(whatIf.days));
    for (TriggerRow *row : std::as_const(m_triggers))
        row->setCount(whatIf.held[std::size_t(row->rule().rule)], whatIf.isRead);
    sayAgreement();
}

QString PolicyRulesPane::agreement() const
{
    return m_agreement->text();
}

/// What leads looked at; before there is enough of that, what the bot says.
void PolicyRulesPane::sayAgreement()
{
    const auto of100 = [](double share) { return QString::number(qRound(share * 100)); };
    const QString high = words::twoDecimals(m_state.limits.high);
    const QString was = words::twoDecimals(m_state.liveLimits.high);
    const bool moved = m_state.limits.high != m_state.liveLimits.high;
    QString words;
    std::optional<double> before;
    if (const auto &right = m_whatIf.readRightly) {
        words = tr("From %1 on, leads agree with the intent %2 times in 100 (%3 to %4; %5 looked "
                   "at).")
                    .arg(high, of100(right->share), of100(right->lower), of100(right->upper),
                         format::count(right->n));
        if (m_whatIf.readRightlyBefore)
            before = m_whatIf.readRightlyBefore->share;
    } else if (m_whatIf.agreement) {
        words = tr("From %1 on, the bot names the same intent %2 times in 100.")
                    .arg(high, of100(*m_whatIf.agreement));
        before = m_whatIf.agreementBefore;
    }
    if (moved && before)
        words = tr("%1 From %2 on it was %3.", "a sentence, a confidence, times in 100")
                    .arg(words, was, of100(*before));
    if (m_whatIf.isRead && m_whatIf.drawn < quality::leastReadings) {
        const QString checked
            = tr("%n reading(s) were looked at. From %1 on, how often they were right stands here.",
                 nullptr, int(m_whatIf.drawn))
                  .arg(quality::leastReadings);
        words = words.isEmpty()
            ? checked
            : tr("%1 That is no check: %2", "two sentences").arg(words, checked);
    }
    m_agreement->setText(words);
    m_agreement->setVisible(!words.isEmpty());
}

void PolicyRulesPane::listVersions(const PolicyState &state)
{
    clearLayout(m_versionRows);
    m_versionButtons.clear();
    const auto add
        = [this](int number, int shown, const QString &about, const QString &who, bool draft) {
              auto *button = new VersionButton(m_look, tr("v%1").arg(shown), about, who, draft);
              m_versionRows->addWidget(button);
              m_versionButtons.append(button);
              connect(button, &QAbstractButton::clicked, this,
                      [this, number] { Q_EMIT versionsRequested(number); });
          };
    if (state.isEdited())
        add(0, state.draftVersion(), words::summaryOf(state.changes, m_titles), tr("draft, you"),
            true);
    for (qsizetype i = 0; i < state.versions.size() && m_versionButtons.size() < mostVersions;
         ++i) {
        const PolicyVersion &version = state.versions[i];
        add(version.version, version.version,
            version.note.isEmpty() ? tr("The bundled policy") : version.note,
            words::whenAndWho(version, m_clock.now(), QTimeZone::systemTimeZone()), false);
    }
}

void PolicyRulesPane::showExamples(TriggerRow *row)
{
    const PolicyRule &rule = row->rule();
    auto *popover = new Popover(m_look, words::ruleName(rule, m_state.limits), this);
    popover->setAttribute(Qt::WA_DeleteOnClose);
    auto *inside = new QWidget;
    inside->setFixedWidth(popoverWide);
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(4);
    const auto add = [&](const QString &title, const QStringList &texts) {
        if (texts.isEmpty())
            return;
        column->addWidget(section(m_look, title));
        for (const QString &text : texts) {
            auto *line = new Label(m_look, Role::Small, &Theme::ink2);
            line->setWordWrap(true);
            line->setText(tr("“%1”").arg(text));
            column->addWidget(line);
        }
        column->addSpacing(4);
    };
    add(tr("Fires on"), rule.fires);
    add(tr("Stays quiet on"), rule.quiet);
    if (rule.fires.isEmpty() && rule.quiet.isEmpty()) {
        auto *line = new Label(m_look, Role::Small, &Theme::ink2);
        line->setWordWrap(true);
        line->setText(tr("It counts what happened; it looks for no words."));
        column->addWidget(line);
    }
    popover->body()->addWidget(inside);
    popover->setFocusPolicy(Qt::StrongFocus);
    popover->openAt(&row->name(), Popover::Side::Right);
}

void PolicyRulesPane::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    for (const QWidget *rule : std::as_const(m_rules))
        paint::hairline(p, QPointF(0, rule->y()), QPointF(width(), rule->y()), m_look.theme().line);
}

} // namespace baton::ui
