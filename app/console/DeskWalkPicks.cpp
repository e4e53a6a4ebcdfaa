#include "app/console/DeskWalk.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace baton {

using ui::ActionId;

namespace {

/// The people in the mock's list, which the demo has too: they wait still when the desk is
/// pictured.
constexpr std::array<QStringView, 8> mockCustomers{
    u"Maren Halvorsen", u"Dario Benedek",      u"Liu Sandoval",  u"Wilhelmina Oduya",
    u"Yusuf Arslanbey", u"Celeste Vanterpool", u"Oskar Nyqvist", u"Amara Feijó"};

bool isShown(const QString &name)
{
    return std::find(mockCustomers.begin(), mockCustomers.end(), name) != mockCustomers.end();
}

} // namespace

QStringView DeskWalk::shownCustomer()
{
    return mockCustomers.front();
}

/// The first that no colleague has, by the key that goes down the list.
bool DeskWalk::openFirst()
{
    for (;;) {
        const ConversationId before = m_desk.openId();
        press(ActionId::NextRow);
        if (!until("a conversation opens", [&] {
                return !m_desk.openId().isEmpty() && m_desk.openId() != before
                    && m_open.row.id == m_desk.openId();
            }))
            return false;
        if ((!m_open.conversation.owner || m_open.mine) && !isShown(m_open.row.name))
            return true;
    }
}

/// The first of a tier that no colleague has.
bool DeskWalk::openFirstOf(Route tier)
{
    const auto wanted = [&](const QueueRow &row) {
        return row.owner.id.isEmpty() && row.judged && row.judged->route == tier
            && !isShown(row.name);
    };
    const auto found
        = [&] { return std::find_if(m_queue.ready.begin(), m_queue.ready.end(), wanted); };
    if (!until("one of the tier waits", [&] { return found() != m_queue.ready.end(); }))
        return false;
    m_desk.open(found()->id);
    return until("it opens", [this] { return m_open.row.id == m_desk.openId() && m_open.judged; });
}

/// The one of the mocks; in a demo of another opening, another.
bool DeskWalk::openShown()
{
    const auto shown
        = std::find_if(m_queue.ready.begin(), m_queue.ready.end(), [this](const QueueRow &row) {
              const bool free = row.owner.id.isEmpty() || row.owner.id == m_desk.agent().id.text();
              return free && row.name == shownCustomer();
          });
    if (shown == m_queue.ready.end())
        return openFirstOf(Route::Assist);
    m_desk.open(shown->id);
    return until("it opens", [this] { return m_open.row.id == m_desk.openId() && m_open.judged; });
}

} // namespace baton
