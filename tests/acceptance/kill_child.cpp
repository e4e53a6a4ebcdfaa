// The desk that KillTest kills: a real profile with a folder upstream, worked by a random agent who
// types, sends, undoes, claims and closes until killed. Tells what it did on standard output, one
// line each; typed, sending and undoing before it is done, sent once it is on disk:
//
//   typed MS CONVERSATION WORD
//   sending CONVERSATION TAG
//   sent CONVERSATION TAG
//   undoing CONVERSATION
//
//   kill_child FOLDER SEED CONVERSATION…

#include "core/desk/Desk.h"
#include "core/desk/Profile.h"
#include "core/policy/Policy.h"
#include "core/store/Store.h"
#include "core/sync/Reconcile.h"
#include "core/sync/SyncEngine.h"
#include "core/sync/folder/FolderUpstream.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QRandomGenerator>
#include <QtCore/QTimer>

#include <chrono>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

void say(const QString &line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout);
    std::fflush(stdout);
}

qint64 monotonicMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

/// Types a few words a moment, sends some, walks on. What it typed stays: it only ever appends.
/// Snapshots may be shown late, so it goes on from a draft only where it knows that the draft is
/// the newest.
class RandomAgent : public QObject
{
public:
    RandomAgent(Desk &desk, quint32 seed, QStringList conversations)
        : m_desk(desk)
        , m_random(seed)
        , m_seed(seed)
        , m_conversations(std::move(conversations))
    {
        connect(&m_desk, &Desk::conversationChanged, this, &RandomAgent::look);
        connect(&m_desk, &Desk::draftSaved, this, &RandomAgent::saved);
        connect(&m_desk, &Desk::sent, this, &RandomAgent::recorded);
        connect(&m_desk, &Desk::undoChanged, this,
                [this](const std::optional<UndoOffer> &offer) { m_offer = offer; });
        connect(&m_desk, &Desk::failed, this, [this](const Error &error) {
            std::fprintf(stderr, "failed: %s %s\n", qPrintable(error.subject),
                         qPrintable(error.detail));
            leave();
        });
        connect(&m_timer, &QTimer::timeout, this, &RandomAgent::act);
        m_timer.start(std::chrono::milliseconds(4));
    }

private:
    enum class Doing {
        Nothing,
        Opening,
        Typing,
        Leaving,
        SendingReply,
        SavingNote,
        SendingNote,
        Undoing
    };

    bool oneIn(int n) { return m_random.bounded(n) == 0; }

    void act()
    {
        switch (m_doing) {
        case Doing::Nothing:
            return open(m_conversations.at(m_random.bounded(int(m_conversations.size()))));
        case Doing::Opening:
            if (++m_waited > 250)
                leave();
            return;
        case Doing::Typing:
            return work();
        case Doing::Leaving:
            if (!m_unsaved)
                leave();
            return;
        case Doing::SavingNote:
            if (!m_unsaved) {
                m_doing = Doing::SendingNote;
                m_desk.addNote(m_text + u' ' + tag());
            }
            return;
        case Doing::SendingReply:
        case Doing::SendingNote:
        case Doing::Undoing:
            return;
        }
    }

    void work()
    {
        if (m_desk.openId() != m_open)
            leave();
        else if (oneIn(150))
            m_doing = Doing::Leaving;
        else if (oneIn(70) && !m_text.isEmpty())
            send();
        else if (oneIn(200))
            m_desk.claim();
        else if (oneIn(300))
            m_desk.release();
        else
            type();
    }

    void open(const QString &id)
    {
        m_doing = Doing::Opening;
        m_waited = 0;
        m_kind = oneIn(4) ? DraftKind::Note : DraftKind::Reply;
        m_open = ConversationId(id);
        m_desk.open(m_open);
    }

    void leave()
    {
        m_desk.closeConversation();
        m_doing = Doing::Nothing;
        m_unsaved = false;
    }

    void look(const ConversationSnapshot &snapshot)
    {
        if (snapshot.row.id != m_open)
            return;
        const auto draft = std::find_if(snapshot.drafts.begin(), snapshot.drafts.end(),
                                        [this](const TypedDraft &d) { return d.kind == m_kind; });
        const bool none = draft == snapshot.drafts.end();
        if (m_doing == Doing::Opening) {
            m_text = none ? QString() : draft->text;
            m_doing = Doing::Typing;
        } else if (m_doing == Doing::Undoing || (m_doing == Doing::SendingNote && none)) {
            leave();
        }
    }

    void saved(const ConversationId &id, Instant at)
    {
        if (id == m_open && at >= m_typedAt)
            m_unsaved = false;
    }

    void recorded(const ConversationId &id)
    {
        if (m_doing != Doing::SendingReply || id != m_open)
            return;
        say(u"sent %1 %2"_s.arg(id.text(), tag()));
        leave();
        if (oneIn(5) && m_offer)
            undo();
    }

    void undo()
    {
        m_doing = Doing::Undoing;
        m_open = m_offer->conversation; // the desk opens it, with the text as a draft again
        say(u"undoing %1"_s.arg(m_open.text()));
        m_desk.undo();
    }

    void type()
    {
        const QString word = u"w%1x%2"_s.arg(m_seed).arg(++m_words);
        m_text += m_text.isEmpty() ? word : u' ' + word;
        say(u"typed %1 %2 %3"_s.arg(monotonicMs()).arg(m_open.text(), word));
        m_unsaved = true;
        m_typedAt = m_desk.clock().now();
        m_desk.typed(m_kind, m_text);
    }

    QString tag() const { return u"t%1x%2"_s.arg(m_seed).arg(m_sends); }

    void send()
    {
        ++m_sends;
        if (m_kind == DraftKind::Note) {
            m_doing = Doing::SavingNote;
            return;
        }
        m_doing = Doing::SendingReply;
        say(u"sending %1 %2"_s.arg(m_open.text(), tag()));
        m_desk.sendReply(m_text + u' ' + tag(), oneIn(4) ? AfterSend::Close : AfterSend::Stay);
    }

    Desk &m_desk;
    QRandomGenerator m_random;
    quint32 m_seed;
    QStringList m_conversations;
    QTimer m_timer;
    Doing m_doing = Doing::Nothing;
    ConversationId m_open;
    DraftKind m_kind = DraftKind::Reply;
    QString m_text;
    Instant m_typedAt;
    std::optional<UndoOffer> m_offer;
    bool m_unsaved = false;
    int m_waited = 0; ///< ticks
    int m_words = 0;
    int m_sends = 0;
};

int run(const QStringList &arguments)
{
    const QString folder = arguments.at(1);
    const Agent ana{AgentId(u"ana"_s), u"Ana"_s, Role::Agent};
    const Profile profile = profileFor(folder + u"/data"_s, u"default"_s);
    const policy::Policy policy = policy::bundledPolicy();
    const SystemClock clock;
    const store::Rules rules{
        &sync::reconcile,
        [&](const Conversation &c, const auto &judged) { return policy::place(c, policy, judged); },
        ana};
    auto store = store::Store::open(profile.paths, store::Access::ReadWrite, rules, clock);
    if (!store) {
        std::fprintf(stderr, "store: %s\n", qPrintable(store.error().detail));
        return 3;
    }
    auto upstream = sync::FolderUpstream::open(folder + u"/upstream"_s, ana);
    if (!upstream) {
        std::fprintf(stderr, "upstream: %s\n", qPrintable(upstream.error().detail));
        return 3;
    }
    sync::SyncEngine engine(**store, std::move(upstream).value(), clock);
    Settings settings;
    settings.agent = ana;
    settings.nextAfterSend = false;
    constexpr qint64 undoMs = 150;
    Desk desk({**store, &engine, policy, clock, profile.settingsFile, undoMs}, settings);
    desk.start();
    RandomAgent agent(desk, arguments.at(2).toUInt(), arguments.mid(3));
    return QCoreApplication::exec();
}

} // namespace

} // namespace baton

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (argc < 4) {
        std::fputs("usage: kill_child FOLDER SEED CONVERSATION…\n", stderr);
        return 2;
    }
    return baton::run(QCoreApplication::arguments());
}
