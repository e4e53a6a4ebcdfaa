#include "core/policy/Policy.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QDir>
#include <QtCore/QRegularExpression>
#include <QtTest/QTest>

#include <nlohmann/json.hpp>

using namespace Qt::StringLiterals;
using namespace baton;

namespace {

QDir resources(const QString &folder)
{
    return QDir(QStringLiteral(BATON_SOURCE_DIR "/resources/") + folder);
}

QString textOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return QString::fromUtf8(file.readAll());
}

QString text(const nlohmann::json &json, const char *key)
{
    return QString::fromStdString(json.at(key).get<std::string>());
}

/// A document of resources/knowledge: a head of "name: value" lines between two rules, a title,
/// sections.
struct Document
{
    QHash<QString, QString> head;
    QHash<QString, QString> sections; ///< by heading

    explicit Document(const QString &path)
    {
        QString heading;
        int rules = 0;
        for (const QString &line : textOf(path).split(u'\n')) {
            if (line == "---"_L1 && rules < 2)
                ++rules;
            else if (rules == 1)
                head.insert(line.section(u':', 0, 0).trimmed(), line.section(u':', 1).trimmed());
            else if (line.startsWith("## "_L1))
                sections.insert(heading = line.sliced(3).trimmed(), {});
            else if (!heading.isEmpty())
                sections[heading] += line + u'\n';
        }
    }
};

/// Slots that a playbook may name.
const QRegularExpression slot(u"\\{([a-z.]+)\\}"_s);

QStringList slotsIn(const QString &text)
{
    QStringList names;
    for (auto it = slot.globalMatch(text); it.hasNext();)
        names.append(it.next().captured(1));
    return names;
}

} // namespace

/// What is written for the invented company hangs together: knowledge, playbooks, conversations,
/// catalogue.
class CorpusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QDir folder = resources(u"knowledge"_s);
        for (const QString &name : folder.entryList({u"*.md"_s})) {
            const Document document(folder.filePath(name));
            QVERIFY2(name.startsWith(document.head.value(u"id"_s) + u'-'), qPrintable(name));
            QVERIFY2(!m_documents.contains(document.head.value(u"id"_s)), qPrintable(name));
            m_documents.insert(document.head.value(u"id"_s), document.sections);
            for (const QString &key : {u"title"_s, u"version"_s, u"kind"_s, u"audience"_s,
                                       u"language"_s, u"changed"_s, u"review"_s, u"intents"_s})
                QVERIFY2(!document.head.value(key).isEmpty(), qPrintable(name + u": "_s + key));
            QVERIFY2(QDate::fromString(document.head.value(u"review"_s), Qt::ISODate).isValid(),
                     qPrintable(name));
            for (const QString &intent : document.head.value(u"intents"_s).split(u','))
                m_answered.insert(intent.trimmed());
        }
        m_catalogue = policy::bundledCatalogue();
    }

    void everyIntentIsAnsweredByADocument()
    {
        QVERIFY(m_documents.size() >= 60);
        for (const Intent &intent : m_catalogue.intents)
            QVERIFY2(m_answered.contains(intent.name), qPrintable(intent.name));
        for (const auto &sections : std::as_const(m_documents))
            QVERIFY(sections.size() >= 3);
    }

    void everyIntentHasAPlaybookThatRestsOnWhatIsThere()
    {
        for (const Intent &intent : m_catalogue.intents) {
            const QString path = resources(u"playbooks"_s).filePath(intent.name + u".json"_s);
            const auto book = nlohmann::json::parse(textOf(path).toStdString(), nullptr, false);
            QVERIFY2(!book.is_discarded(), qPrintable(path));
            QCOMPARE(text(book, "intent"), intent.name);
            int answers = 0;
            for (const nlohmann::json &sentence : book.at("sentences")) {
                answers += sentence.at("part") == "answer" ? 1 : 0;
                for (const nlohmann::json &cite :
                     sentence.value("cites", nlohmann::json::array())) {
                    const QString name = QString::fromStdString(cite.get<std::string>());
                    const auto document = m_documents.constFind(name.section(u'#', 0, 0));
                    QVERIFY2(document != m_documents.cend()
                                 && document->contains(name.section(u'#', 1)),
                             qPrintable(intent.name + u": "_s + name));
                }
                const QStringList used = slotsIn(text(sentence.at("text"), "en"));
                for (const char *language : {"en", "de", "es"}) {
                    QStringList own = slotsIn(text(sentence.at("text"), language));
                    QStringList english = used;
                    own.sort();
                    english.sort();
                    QCOMPARE(own, english);
                }
            }
            QVERIFY2(answers >= 1, qPrintable(intent.name));
        }
    }

    void theConversationsCoverAllIntentsAndChannels()
    {
        const QDir folder = resources(u"demo/conversations"_s);
        const QStringList names = folder.entryList({u"*.json"_s});
        QVERIFY(names.size() >= 80);
        QSet<QString> intents;
        QSet<QString> channels;
        QSet<QString> languages;
        QSet<QString> routes;
        for (const QString &name : names) {
            const auto story = nlohmann::json::parse(textOf(folder.filePath(name)).toStdString(),
                                                     nullptr, false);
            QVERIFY2(!story.is_discarded(), qPrintable(name));
            QCOMPARE(text(story, "template") + u".json"_s, name);
            const QString intent = text(story, "intent");
            QVERIFY2(intent == "none_of_these"_L1 || m_catalogue.find(intent), qPrintable(name));
            intents.insert(intent);
            channels.insert(text(story, "channel"));
            languages.insert(text(story, "language"));
            routes.insert(text(story, "route"));
            QVERIFY2(story.at("turns").size() >= 2, qPrintable(name));
            QVERIFY2((text(story, "route") == "contain"_L1) == story.at("handoff").is_null(),
                     qPrintable(name));
        }
        for (const Intent &intent : m_catalogue.intents)
            QVERIFY2(intents.contains(intent.name), qPrintable(intent.name));
        QCOMPARE(channels.size(), 6);
        QCOMPARE(languages, QSet<QString>({u"en"_s, u"de"_s, u"es"_s}));
        QCOMPARE(routes.size(), 3);
    }

private:
    Catalogue m_catalogue;
    QHash<QString, QHash<QString, QString>> m_documents; ///< sections by id
    QSet<QString> m_answered;
};

BATON_TEST(CorpusTest)
#include "CorpusTest.moc"
