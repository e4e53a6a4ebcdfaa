#include "core/desk/PlaybookBoard.h"

#include "core/desk/ConversationJudge.h"
#include "core/desk/PlaybookReading.h"
#include "core/desk/ReplyDrafter.h"
#include "core/desk/TeamFile.h"
#include "core/drafting/Slots.h"
#include "core/store/Store.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QFileInfo>
#include <QtCore/QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr int rowsSeen = 500; // of those waiting
constexpr int casesOfAShelf = 5;

QString bundledPlaybooks()
{
    return u":/playbooks"_s;
}

QStringList languagesIn(const drafting::Playbook &book)
{
    QStringList languages;
    for (const drafting::PlaybookSentence &sentence : book.sentences) {
        for (auto it = sentence.text.keyBegin(); it != sentence.text.keyEnd(); ++it) {
            if (!languages.contains(*it))
                languages += *it;
        }
    }
    languages.sort();
    return languages;
}

} // namespace

struct PlaybookBoard::Files
{
    drafting::PlaybookFolder bundled;
    drafting::PlaybookFolder own;

    /// Null where the team has none that can be read, and nothing was bundled.
    const drafting::Playbook *bookOf(const QString &intent) const
    {
        for (const drafting::PlaybookFolder *folder : {&own, &bundled}) {
            if (const auto at = folder->books.constFind(intent); at != folder->books.cend())
                return &*at;
        }
        return nullptr;
    }
    /// Of a file of the team's that is not read; empty where there is none.
    QString brokenPath(const QString &intent) const
    {
        for (const Error &error : own.wrong) {
            if (QFileInfo(error.subject).completeBaseName() == intent)
                return error.subject;
        }
        return {};
    }
};

struct PlaybookBoard::Case
{
    Conversation conversation;
    Signals signs;
    Instant now; ///< when a draft would have been written
};

struct PlaybookBoard::Job
{
    PlaybookLook look;
    int index = 0;
    int count = 0;
    std::shared_ptr<const ReplyDrafter> drafter;
    std::shared_ptr<const Case> shown;
    Person agent;
};

PlaybookBoard::PlaybookBoard(store::Store &store, const Clock &clock, const Agent &agent)
    : m_store(store)
    , m_clock(clock)
    , m_agent(agent)
{ }

PlaybookBoard::~PlaybookBoard() = default;

QString PlaybookBoard::folderIn(const QString &dataFolder)
{
    return dataFolder + u"/playbooks"_s;
}

const QStringList &PlaybookBoard::slotNames()
{
    return drafting::Slots::names();
}

bool PlaybookBoard::mayEdit() const
{
    return m_agent.role == Role::Lead;
}

void PlaybookBoard::useBundled(bool used)
{
    m_bundled = used ? PlaybookOrigin::Bundled : PlaybookOrigin::Offered;
}

void PlaybookBoard::setJudge(std::shared_ptr<const ConversationJudge> judge)
{
    m_judge = std::move(judge);
    if (m_files)
        take(m_files);
    if (m_open)
        findCases();
}

void PlaybookBoard::setDrafter(std::shared_ptr<const ReplyDrafter> drafter)
{
    m_drafter = std::move(drafter);
    if (m_open)
        lookAgain();
}

void PlaybookBoard::refresh()
{
    reread([] {});
}

void PlaybookBoard::reread(const std::function<void()> &then)
{
    const auto reading = m_work.run([folder = folderIn(m_store.paths().data)] {
        return std::make_shared<const Files>(Files{drafting::readPlaybookFolder(bundledPlaybooks()),
                                                   drafting::readPlaybookFolder(folder)});
    });
    onFinished(reading, this, [this, then](const std::shared_ptr<const Files> &files) {
        take(files);
        then();
    });
}

void PlaybookBoard::take(std::shared_ptr<const Files> files)
{
    m_files = std::move(files);
    QStringList intents = m_files->bundled.books.keys() + m_files->own.books.keys();
    for (const Error &error : m_files->own.wrong)
        intents += QFileInfo(error.subject).completeBaseName();
    if (m_judge) {
        for (const Intent &intent : m_judge->catalogue().intents)
            intents += intent.name;
    }
    intents.removeDuplicates();
    m_entries.clear();
    for (const QString &intent : std::as_const(intents))
        m_entries += entryOf(intent);
    std::sort(m_entries.begin(), m_entries.end(),
              [](const PlaybookEntry &a, const PlaybookEntry &b) {
                  return std::tuple(a.title.isEmpty(), a.title, a.intent)
                      < std::tuple(b.title.isEmpty(), b.title, b.intent);
              });
    const QList<PlaybookEntry> entries = m_entries;
    Q_EMIT changed(entries);
}

PlaybookEntry PlaybookBoard::entryOf(const QString &intent) const
{
    PlaybookEntry entry;
    entry.intent = intent;
    if (intent != drafting::noIntent)
        entry.title = m_judge ? m_judge->catalogue().titleOf(intent) : intent;
    entry.broken = !m_files->brokenPath(intent).isEmpty();
    if (m_files->own.books.contains(intent) || entry.broken)
        entry.origin = PlaybookOrigin::Own;
    else if (m_files->bundled.books.contains(intent))
        entry.origin = m_bundled;
    if (const drafting::Playbook *book = m_files->bookOf(intent); book && !entry.broken) {
        entry.languages = languagesIn(*book);
        entry.sentences = int(book->sentences.size());
    }
    return entry;
}

QString PlaybookBoard::pathOf(const QString &intent) const
{
    const QString broken = m_files ? m_files->brokenPath(intent) : QString();
    const QString known = m_files ? m_files->own.files.value(intent) : QString();
    if (!broken.isEmpty() || !known.isEmpty())
        return broken.isEmpty() ? known : broken;
    const QString stem = folderIn(m_store.paths().data) + u'/'
        + QString::fromLatin1(QUrl::toPercentEncoding(intent));
    const QStringList taken = m_files ? QStringList(m_files->own.files.values()) : QStringList();
    QString path = stem + u".json"_s;
    for (int again = 2; taken.contains(path); ++again) // it is of another intent
        path = stem + u'-' + QString::number(again) + u".json"_s;
    return path;
}

void PlaybookBoard::open(const QString &intent)
{
    m_intent = intent;
    m_open = true;
    ++m_opening;
    ++m_reading; // what was asked for the one before is late
    m_shown.reset();
    m_cases.clear();
    m_case = 0;
    if (m_files)
        readOpen();
    else
        reread([this, intent] {
            if (m_open && m_intent == intent)
                readOpen();
        });
}

void PlaybookBoard::close()
{
    m_open = false;
    ++m_opening;
    ++m_reading;
}

/// The team's file as it stands there, else the bundled one, else one to begin with.
void PlaybookBoard::readOpen()
{
    const quint64 opening = ++m_opening;
    const auto reading
        = m_work.run([path = pathOf(m_intent), files = m_files, intent = m_intent]() -> QString {
              QFile file(path);
              if (file.open(QIODevice::ReadOnly))
                  return QString::fromUtf8(file.readAll()).replace("\r\n"_L1, "\n"_L1);
              drafting::Playbook book;
              if (const drafting::Playbook *known = files->bookOf(intent))
                  book = *known;
              else
                  book = files->bundled.books.value(drafting::noIntent.toString());
              book.intent = intent;
              return QString::fromUtf8(drafting::writePlaybook(book));
          });
    onFinished(reading, this, [this, opening](const QString &text) {
        if (opening != m_opening)
            return;
        m_text = text;
        Q_EMIT opened({entryOf(m_intent), text, mayEdit()});
        findCases();
    });
}

/// Those that wait come first: they are what it will be used for.
void PlaybookBoard::findCases()
{
    m_finding = true;
    lookAgain();
    const quint64 opening = m_opening;
    const auto known = [this, opening] { return m_open && opening == m_opening; };
    store::QueueQuery query;
    query.agent = m_agent.id;
    onFinished(
        m_store.firstRows(query, rowsSeen), this, [this, known](const Result<QList<QueueRow>> &in) {
            if (!known())
                return;
            const bool none = m_intent == drafting::noIntent;
            QList<QueueRow> waiting = in.value_or({});
            waiting.removeIf([&](const QueueRow &row) {
                return !row.judged || (none ? QString() : m_intent) != row.judged->intent;
            });
            std::sort(waiting.begin(), waiting.end(), [](const QueueRow &a, const QueueRow &b) {
                return a.place.waitingSince > b.place.waitingSince;
            });
            const auto begin = [this](const QList<QueueRow> &rows) {
                m_cases.clear();
                for (const QueueRow &row : rows)
                    m_cases += row.id;
                m_case = 0;
                readCase();
            };
            waiting = waiting.mid(0, casesOfAShelf);
            if (none)
                return begin(waiting);
            onFinished(m_store.closedOfIntent(m_intent, {}, casesOfAShelf), this,
                       [known, begin, waiting](const Result<QList<QueueRow>> &closed) {
                           if (known())
                               begin(waiting + closed.value_or({}));
                       });
        });
}

void PlaybookBoard::readCase()
{
    const quint64 reading = ++m_reading;
    m_shown.reset();
    if (m_cases.isEmpty() || !m_judge) {
        m_finding = !m_judge;
        return lookAgain();
    }
    onFinished(
        m_store.conversation(m_cases[m_case]), this,
        [this, reading](const Result<store::ConversationRecord> &record) {
            if (reading != m_reading)
                return;
            if (!record) {
                m_finding = false;
                return lookAgain();
            }
            const auto judging = m_work.run([judge = m_judge, now = m_clock.now(),
                                             conversation = record->conversation] {
                Case made;
                made.conversation = unanswered(conversation);
                made.signs = judge->judge(made.conversation).signs;
                const bool over = made.conversation.messages.size() < conversation.messages.size()
                    || conversation.state == State::Closed;
                made.now = over && !made.conversation.messages.isEmpty()
                    ? made.conversation.messages.last().at
                    : now;
                return std::make_shared<const Case>(std::move(made));
            });
            onFinished(judging, this, [this, reading](const std::shared_ptr<const Case> &shown) {
                if (reading != m_reading)
                    return;
                m_shown = shown;
                m_finding = false;
                lookAgain();
            });
        });
}

void PlaybookBoard::step(int by)
{
    if (m_cases.isEmpty())
        return;
    const int count = int(m_cases.size());
    m_case = (m_case + by + count) % count;
    readCase();
}

void PlaybookBoard::next()
{
    step(1);
}

void PlaybookBoard::previous()
{
    step(-1);
}

void PlaybookBoard::look(const QString &text)
{
    m_text = text;
    lookAgain();
}

/// One at a time: what is typed meanwhile is looked at once, at the end.
void PlaybookBoard::lookAgain()
{
    if (!m_open)
        return;
    m_stale = true;
    if (m_looking)
        return;
    m_looking = true;
    m_stale = false;
    Job job;
    job.look.intent = m_intent;
    job.look.text = m_text;
    job.look.looking = m_finding || !m_judge;
    job.index = m_case;
    job.count = int(m_cases.size());
    job.shown = m_shown;
    job.agent = m_agent.person();
    if (m_drafter)
        job.drafter = m_drafter;
    else if (m_judge)
        job.drafter = std::make_shared<const ReplyDrafter>(drafting::Playbooks(), QList<Document>(),
                                                           m_judge->policy());
    onFinished(m_work.run([job = std::move(job)] { return lookAt(job); }), this,
               [this](const PlaybookLook &look) {
                   m_looking = false;
                   if (m_stale)
                       lookAgain();
                   else if (m_open && look.intent == m_intent)
                       Q_EMIT looked(look);
               });
}

PlaybookLook PlaybookBoard::lookAt(const Job &job)
{
    PlaybookLook out = job.look;
    drafting::Playbook book;
    out.fault = readPlaybookText(out.text.toUtf8(), out.intent, book);
    if (out.fault || !job.shown || !job.drafter)
        return out;
    const ReplyDrafter::Trial tried = job.drafter->tried(
        book, job.shown->conversation, job.shown->signs, job.agent, job.shown->now);
    out.preview = PlaybookPreview{job.index, job.count, job.shown->conversation, tried.draft,
                                  tried.leftOut};
    return out;
}

void PlaybookBoard::save(const QString &text)
{
    if (!m_open)
        return;
    if (!mayEdit()) {
        Q_EMIT failed({ErrorCode::Refused, m_intent, u"a lead writes playbooks"_s});
        return;
    }
    const QByteArray json = text.toUtf8();
    const auto writing = m_work.run(
        [json, intent = m_intent, path = pathOf(m_intent), at = m_clock.now()]() -> Result<void> {
            drafting::Playbook book;
            if (const auto fault = readPlaybookText(json, intent, book))
                return Error{ErrorCode::InvalidInput, u"%1:%2"_s.arg(path).arg(fault->line),
                             fault->what};
            return writeTeamFile(path, json, at);
        });
    onFinished(writing, this, [this, intent = m_intent, json](const Result<void> &done) {
        finish(intent, done, QCryptographicHash::hash(json, QCryptographicHash::Sha256));
    });
}

void PlaybookBoard::giveUpOwn()
{
    if (!m_open)
        return;
    if (!mayEdit()) {
        Q_EMIT failed({ErrorCode::Refused, m_intent, u"a lead writes playbooks"_s});
        return;
    }
    const auto moving = m_work.run(
        [path = pathOf(m_intent), at = m_clock.now()] { return setTeamFileAside(path, at); });
    onFinished(moving, this,
               [this, intent = m_intent](const Result<void> &done) { finish(intent, done, {}); });
}

void PlaybookBoard::finish(const QString &intent, const Result<void> &done,
                           const QByteArray &sha256)
{
    if (!done) {
        Q_EMIT failed(done.error());
        return;
    }
    onFinished(m_store.recordFileChange({u"playbook"_s, intent, sha256}), this,
               [this](const Result<void> &recorded) {
                   if (!recorded)
                       Q_EMIT failed(recorded.error());
               });
    reread([this, intent, removed = sha256.isEmpty()] {
        Q_EMIT saved(entryOf(intent));
        Q_EMIT playbooksChanged();
        if (removed && m_open && m_intent == intent)
            readOpen();
    });
}

} // namespace baton
