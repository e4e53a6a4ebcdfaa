#include "ui/panels/LiveFacts.h"

#include "ui/panels/Button.h"
#include "ui/panels/FactRow.h"
#include "ui/panels/FlowRow.h"
#include "ui/panels/Label.h"
#include "ui/text/Format.h"
#include "ui/text/LiveWords.h"
#include "ui/theme/Metrics.h"

#include <QtWidgets/QApplication>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

constexpr int noteIndent = 21; // below the words of a head
constexpr int buttonGap = 6;

} // namespace

LiveFacts::LiveFacts(const Look &look, const Clock &clock, QWidget *parent)
    : FactList(look, parent)
    , m_clock(clock)
{ }

bool LiveFacts::hasContent() const
{
    return !m_snapshot.lookUps.isEmpty() || !m_snapshot.offers.isEmpty()
        || !m_snapshot.actions.isEmpty();
}

QList<bool> LiveFacts::staleNow() const
{
    QList<bool> out;
    for (const LiveLookUp &lookUp : m_snapshot.lookUps)
        out += lookUp.isStale(m_clock.now());
    return out;
}

void LiveFacts::setSnapshot(const LiveSnapshot &snapshot, baton::Role role)
{
    if (snapshot == m_snapshot && role == m_role)
        return;
    m_snapshot = snapshot;
    m_role = role;
    fill();
}

void LiveFacts::setKeys(const QString &again, const QString &act)
{
    m_againKey = again;
    m_actKey = act;
    fill();
}

/// Made anew only where a word changes.
void LiveFacts::refreshTimes()
{
    if (staleNow() != m_stale)
        fill();
}

void LiveFacts::fill()
{
    m_stale = staleNow();
    // Answers come while somebody is here by keys: the focus stays on the button that it was on.
    const auto *focused = qobject_cast<Button *>(QApplication::focusWidget());
    const QString held = focused && isAncestorOf(focused) ? focused->text() : QString();
    clear();
    for (const LiveLookUp &lookUp : m_snapshot.lookUps)
        addLookUp(lookUp);
    for (const ActionEntry &entry : m_snapshot.actions)
        addEntry(entry);
    if (hasContent())
        addButtons();
    if (held.isEmpty())
        return;
    for (Button *button : findChildren<Button *>()) {
        if (button->text() == held && !button->isHidden())
            button->setFocus(Qt::OtherFocusReason);
    }
}

void LiveFacts::addNote(const QString &words, QColor Theme::*ink)
{
    auto *note = new Label(m_look, Role::Small, ink);
    note->setWordWrap(true);
    note->setText(words);
    note->setContentsMargins(m_look.px(noteIndent), 1, 0, 3);
    add(note);
}

void LiveFacts::addLookUp(const LiveLookUp &lookUp)
{
    const Instant now = m_clock.now();
    const QTimeZone zone = QTimeZone::systemTimeZone();
    add({FactText::Kind::Head, lookUp.title, lookUp.about, liveAge(lookUp, now, zone),
         u"lookup"_s});
    for (const LiveLine &line : lookUp.lines)
        add({FactText::Kind::Item, line.label, {}, liveValue(line.value, now, zone)});
    if (const QString problem = liveProblem(lookUp); !problem.isEmpty())
        addNote(problem, &Theme::warnText);
    else if (lookUp.asking && !lookUp.at)
        addNote(tr("Looking it up…"), &Theme::ink3);
    else if (lookUp.at && lookUp.lines.isEmpty())
        addNote(tr("It says nothing about that."), &Theme::ink3);
}

void LiveFacts::addEntry(const ActionEntry &entry)
{
    const ActionRequest &request = entry.request;
    add({FactText::Kind::Head, request.title, request.about,
         request.amount ? format::money(*request.amount) : QString(), actionIcon(entry.status)});
    const bool bad
        = entry.status == ActionStatus::Refused || entry.status == ActionStatus::Unconfirmed;
    addNote(actionState(entry, m_clock.now(), QTimeZone::systemTimeZone()),
            bad ? &Theme::dangerText : &Theme::ink2);
    if (entry.status == ActionStatus::Asked && m_role != baton::Role::Viewer)
        addDecision(request.key);
}

void LiveFacts::addDecision(const ActKey &key)
{
    auto *row = new QWidget;
    auto *flow = new FlowRow(buttonGap, row);
    flow->setContentsMargins(m_look.px(noteIndent), 2, 0, 6);
    if (m_role == baton::Role::Lead) {
        auto *approve = new Button(m_look, tr("Approve…"), ButtonKind::Primary);
        approve->setButtonSize(ButtonSize::Small);
        connect(approve, &QAbstractButton::clicked, this,
                [this, key] { Q_EMIT approvalRequested(key); });
        flow->addWidget(approve);
    }
    auto *withdraw = new Button(m_look, tr("Withdraw"));
    withdraw->setButtonSize(ButtonSize::Small);
    connect(withdraw, &QAbstractButton::clicked, this, [this, key] { Q_EMIT withdrawn(key); });
    flow->addWidget(withdraw);
    add(row);
}

void LiveFacts::addButtons()
{
    auto *row = new QWidget;
    auto *flow = new FlowRow(buttonGap, row);
    flow->setContentsMargins(0, 8, 0, 0);
    if (m_role != baton::Role::Viewer) {
        for (const ActionOffer &offer : m_snapshot.offers) {
            auto *button
                = new Button(m_look, tr("%1…", "an action that asks first").arg(offer.title));
            button->setButtonSize(ButtonSize::Small);
            button->setToolTip(tr("Shows what would be sent (%1)", "a key").arg(m_actKey));
            connect(button, &QAbstractButton::clicked, this,
                    [this, name = offer.name] { Q_EMIT actionRequested(name); });
            flow->addWidget(button);
        }
    }
    if (!m_snapshot.lookUps.isEmpty()) {
        auto *again = new Button(m_look, tr("Look up again"), ButtonKind::Quiet);
        again->setButtonSize(ButtonSize::Small);
        again->setIconName(u"sync"_s);
        again->setKeyHint(m_againKey);
        connect(again, &QAbstractButton::clicked, this, &LiveFacts::againRequested);
        flow->addWidget(again);
    }
    add(row);
}

} // namespace baton::ui
