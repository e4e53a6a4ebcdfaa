#include "ui/window/OutsideNotes.h"

#include "core/desk/Desk.h"
#include "ui/text/JudgedWords.h"
#include "ui/window/DesktopNotifier.h"

#include <QtWidgets/QWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton::ui {

namespace {

const QString takeAction = u"take"_s;
// What a note is about, before the conversation's id.
const QString needs = u"needs "_s;
const QString answer = u"answer "_s;

} // namespace

OutsideNotes::OutsideNotes(Desk &desk, const QWidget &window, DesktopNotifier &notifier,
                           QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_window(window)
    , m_notifier(notifier)
{
    connect(&desk, &Desk::peopleNeeded, this, &OutsideNotes::tellNeeded);
    connect(&desk, &Desk::myCustomerAnswered, this, &OutsideNotes::tellAnswer);
    connect(&notifier, &DesktopNotifier::chosen, this, &OutsideNotes::take);
    connect(&desk, &Desk::conversationChanged, this, [this](const ConversationSnapshot &shown) {
        m_notifier.withdraw(answer + shown.conversation.id.text());
        if (m_taken.isEmpty() || shown.conversation.id != m_taken)
            return;
        m_taken = {};
        m_desk.claim();
    });
}

bool OutsideNotes::mayTell() const
{
    return m_desk.settings().noteOutside && !m_window.isActiveWindow();
}

void OutsideNotes::tellNeeded(const QList<QueueRow> &fresh, const QSet<ConversationId> &waiting)
{
    for (const QString &key : m_notifier.keys()) {
        if (key.startsWith(needs) && !waiting.contains(ConversationId(key.sliced(needs.size()))))
            m_notifier.withdraw(key);
    }
    if (!mayTell())
        return;
    for (const QueueRow &row : fresh.first(std::min<qsizetype>(fresh.size(), mostAtOnce)))
        m_notifier.show(
            needs + row.id.text(),
            tr("%1, %2", "a customer, the tier").arg(row.name, words::tierName(Route::Escalate)),
            row.need, {{takeAction, tr("Take it")}, {u"show"_s, tr("Show")}});
}

void OutsideNotes::tellAnswer(const QueueRow &row)
{
    if (mayTell())
        m_notifier.show(answer + row.id.text(), tr("%1 answered", "my customer").arg(row.name),
                        row.need, {{u"show"_s, tr("Show")}});
}

void OutsideNotes::take(const QString &key, const QString &action)
{
    const ConversationId id(key.section(u' ', 1));
    const bool takes = action == takeAction;
    const bool isOpen = m_desk.openId() == id; // then opening it tells nothing
    m_taken = takes && !isOpen ? id : ConversationId();
    Q_EMIT openRequested(id);
    if (takes && isOpen)
        m_desk.claim();
}

} // namespace baton::ui
