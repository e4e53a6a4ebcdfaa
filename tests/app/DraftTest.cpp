#include "Batonctl.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QDir>

using namespace Qt::StringLiterals;
using namespace baton::tests;

namespace {

QList<nlohmann::json> withoutTimes(QList<nlohmann::json> lines)
{
    for (nlohmann::json &line : lines) {
        const nlohmann::json times = line.at("timings");
        if (!times.at("read_ms").is_number() || !times.at("draft_ms").is_number())
            qFatal("timings are no numbers");
        line.erase("timings");
    }
    return lines;
}

} // namespace

/// batonctl draft, the real program.
class DraftTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void draftsAReplyToEachConversationOnALineAndTheSameEachTime()
    {
        const Ran first = m_desk.run({u"draft"_s, demoFile(), u"--json"_s});
        QVERIFY2(first.exit == 0, first.err);
        QCOMPARE(first.lines().size(), readAll(demoFile()).count('\n'));
        for (const nlohmann::json &line : first.json()) {
            QCOMPARE(keysOf(line),
                     QStringList({u"claims"_s, u"grounded"_s, u"id"_s, u"intent"_s, u"language"_s,
                                  u"lints"_s, u"sentences"_s, u"text"_s, u"timings"_s}));
            const QString text = QString::fromStdString(line.at("text").get<std::string>());
            for (const nlohmann::json &sentence : line.at("sentences")) {
                const qsizetype begin = sentence.at("begin").get<int>();
                const QString said = QString::fromStdString(sentence.at("text").get<std::string>());
                QCOMPARE(text.mid(begin, sentence.at("end").get<int>() - begin), said);
                QVERIFY(sentence.at("supported") == sentence.at("why").is_null());
                QVERIFY(!sentence.at("blocks").get<bool>());
            }
        }
        const Ran again = m_desk.run({u"draft"_s, u"-"_s, u"--json"_s}, readAll(demoFile()));
        QCOMPARE(withoutTimes(again.json()), withoutTimes(first.json()));
    }

    void citesTheVersionAndHeadingOfWhatItQuotes()
    {
        for (const nlohmann::json &line :
             m_desk.run({u"draft"_s, demoFile(), u"--json"_s}).json()) {
            for (const nlohmann::json &sentence : line.at("sentences")) {
                for (const nlohmann::json &support : sentence.at("supports")) {
                    if (support.at("kind") != "passage")
                        continue;
                    const QDir folder(QStringLiteral(BATON_SOURCE_DIR "/resources/knowledge"));
                    const QString id
                        = QString::fromStdString(support.at("source").get<std::string>());
                    const QStringList names = folder.entryList({id + u"-*.md"_s});
                    QCOMPARE(names.size(), 1);
                    const QByteArray text = readAll(folder.filePath(names.front()));
                    QVERIFY(text.contains(QByteArray::fromStdString(
                        "## " + support.at("heading").get<std::string>())));
                    QVERIFY(text.contains(
                        QByteArray::fromStdString(support.at("quote").get<std::string>())));
                    QVERIFY(text.contains("version: "
                                          + QByteArray::number(support.at("version").get<int>())));
                }
            }
        }
    }

    void tellsWhichPlaybookIsWrong()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"odd.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            "{\"playbook\":\"baton-playbook/1\",\"intent\":\"x\",\"sentences\":[{\"prt\":1}]}");
        file.close();
        const Ran ran = m_desk.run({u"draft"_s, demoFile(), u"--playbooks"_s, folder.path()});
        QCOMPARE(ran.exit, 3);
        QVERIFY2(ran.err.contains("odd.json: /sentences/0/"), ran.err);
        QCOMPARE(m_desk.run({u"draft"_s, demoFile(), u"--knowledge"_s, folder.path()}).exit, 3);
    }

    void aConversationOfTheStoreIsNamedByItsId()
    {
        Desk desk;
        QCOMPARE(desk.run({u"import"_s, demoFile()}).exit, 0);
        const Ran named = desk.run({u"draft"_s, u"LF-C-8841"_s, u"--json"_s});
        QVERIFY2(named.exit == 0, named.err);
        QCOMPARE(named.json().size(), size_t(1));
        const Ran all = desk.run({u"draft"_s, demoFile(), u"--json"_s});
        QVERIFY(withoutTimes(all.json()).contains(withoutTimes(named.json()).front()));
        const Ran missing = desk.run({u"draft"_s, u"LF-C-0"_s, u"LF-C-8841"_s});
        QCOMPARE(missing.exit, 3);
        QVERIFY2(missing.err.contains("LF-C-0: neither a file nor a conversation"), missing.err);
        QVERIFY(missing.out.contains("LF-C-8841"));
    }

    void forPeopleItPrintsLines()
    {
        const Ran ran = m_desk.run({u"draft"_s, demoFile()});
        QCOMPARE(ran.exit, 0);
        QVERIFY(ran.out.contains("LF-C-8841: "));
        QVERIFY(ran.out.contains("KB-"));
    }

private:
    Desk m_desk;
};

BATON_TEST(DraftTest)
#include "DraftTest.moc"
