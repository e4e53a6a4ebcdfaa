#include "core/drafting/Playbook.h"

#include "core/drafting/Slots.h"
#include "core/drafting/TextsByLanguage.h"

#include <QtCore/QDir>
#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace baton::drafting {

namespace {

constexpr qint64 largestFile = 1 << 20; // bytes
constexpr std::size_t longestSentence = 1'000;
constexpr std::size_t mostSentences = 200;
constexpr int longestDue = 24 * 366; // hours

QStringList readSlots(const JsonNode &node)
{
    QStringList names;
    for (const JsonNode &entry : node.list()) {
        const QString name = entry.text();
        if (!Slots::names().contains(name))
            entry.fail(u"no such slot: %1"_s.arg(name));
        names.append(name);
    }
    return names;
}

QList<Cite> readCites(const JsonNode &node)
{
    QList<Cite> cites;
    for (const JsonNode &entry : node.list()) {
        const QString cite = entry.text();
        const qsizetype hash = cite.indexOf(u'#');
        if (hash < 1 || hash + 1 == cite.size())
            entry.fail(u"expected DOCUMENT#Heading"_s);
        else
            cites.append({DocumentId(cite.first(hash)), cite.sliced(hash + 1)});
    }
    return cites;
}

PlaybookSentence readSentence(const JsonNode &node)
{
    PlaybookSentence sentence;
    if (!node.object({"part", "text"}, {"mood", "when", "unless", "cites", "due_h"}))
        return sentence;
    sentence.part = node.at("part").oneOf<Part>({{"acknowledge"_L1, Part::Acknowledge},
                                                 {"answer"_L1, Part::Answer},
                                                 {"ask"_L1, Part::Ask},
                                                 {"next"_L1, Part::Next},
                                                 {"close"_L1, Part::Close}});
    if (node.has("mood"))
        sentence.tone
            = node.at("mood").oneOf<Tone>({{"calm"_L1, Tone::Calm}, {"upset"_L1, Tone::Upset}});
    if (node.has("when"))
        sentence.when = readSlots(node.at("when"));
    if (node.has("unless"))
        sentence.unless = readSlots(node.at("unless"));
    if (node.has("cites"))
        sentence.cites = readCites(node.at("cites"));
    if (node.has("due_h"))
        sentence.dueHours = node.at("due_h").number(1, longestDue);
    sentence.text = readTexts(node.at("text"), longestSentence);
    for (const QString &text : std::as_const(sentence.text)) {
        if (sentence.dueHours == 0 && text.contains("{due}"_L1))
            node.fail(u"{due} needs due_h"_s);
    }
    return sentence;
}

Result<Playbook> readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io, path, file.errorString()};
    if (file.size() > largestFile)
        return Error{ErrorCode::TooLarge, path, u"larger than 1 MiB"_s};
    return readPlaybook(file.readAll(), path);
}

} // namespace

QStringList slotsIn(const QString &text)
{
    static const QRegularExpression slot(u"\\{([a-z._]{1,40})\\}"_s);
    QStringList names;
    for (auto it = slot.globalMatch(text); it.hasNext();) {
        const QString name = it.next().captured(1);
        if (!names.contains(name))
            names.append(name);
    }
    return names;
}

Result<Playbook> readPlaybook(const QByteArray &json, const QString &file)
{
    const auto root = nlohmann::json::parse(json.begin(), json.end(), nullptr, false);
    if (root.is_discarded())
        return Error{ErrorCode::InvalidInput, file, u"(document): is not JSON"_s};
    std::optional<Error> problem;
    const JsonNode node(root, file, problem);
    Playbook book;
    if (node.object({"playbook", "intent", "sentences"})) {
        if (node.at("playbook").text() != "baton-playbook/1"_L1)
            node.at("playbook").fail(u"expected baton-playbook/1"_s);
        book.intent = node.at("intent").text();
        const std::vector<JsonNode> sentences = node.at("sentences").list();
        if (sentences.empty() || sentences.size() > mostSentences)
            node.at("sentences").fail(u"expected 1 to %1 sentences"_s.arg(mostSentences));
        else
            for (const JsonNode &sentence : sentences)
                book.sentences.append(readSentence(sentence));
    }
    if (problem)
        return *problem;
    return book;
}

PlaybookFolder readPlaybookFolder(const QString &folder)
{
    const QDir dir(folder);
    PlaybookFolder read;
    for (const QString &name : dir.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
        const QString path = dir.filePath(name);
        Result<Playbook> book = readFile(path);
        if (book && read.books.contains(book->intent))
            book = Error{ErrorCode::InvalidInput, path, u"/intent: another file has it too"_s};
        if (!book) {
            read.wrong.append(book.error());
            continue;
        }
        read.files.insert(book->intent, path);
        read.books.insert(book->intent, *book);
    }
    return read;
}

Result<Playbooks> readPlaybooks(const QString &folder)
{
    PlaybookFolder read = readPlaybookFolder(folder);
    if (!read.wrong.isEmpty())
        return read.wrong.first();
    if (read.books.isEmpty())
        return Error{ErrorCode::NotFound, folder, u"no playbook there"_s};
    return std::move(read.books);
}

} // namespace baton::drafting
