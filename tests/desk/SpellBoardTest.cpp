#include "core/desk/SpellBoard.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace baton;

namespace {

Conversation writtenIn(const QString &locale, const QString &name)
{
    Conversation conversation;
    conversation.locale = locale;
    conversation.customer.name = name;
    return conversation;
}

} // namespace

class SpellBoardTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;

    void makeWords(const QString &name, const QByteArray &words)
    {
        const QString folder = m_dir.filePath(u"hunspell"_s);
        QVERIFY(QDir().mkpath(folder));
        for (const auto &[ending, text] :
             {std::pair(u".aff"_s, QByteArray("SET UTF-8\n")), std::pair(u".dic"_s, words)}) {
            QFile file(folder + u'/' + name + ending);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        }
    }
    static QStringList wrongOf(QSignalSpy &spy)
    {
        if (spy.isEmpty() && !spy.wait())
            return {u"(no answer)"_s};
        const QList<QVariant> answer = spy.takeLast();
        const QString text = answer[0].toString();
        QStringList wrong;
        for (const Misspelling &each : answer[1].value<QList<Misspelling>>())
            wrong += text.sliced(each.begin, each.end - each.begin);
        return wrong;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(qputenv("XDG_DATA_DIRS", m_dir.path().toUtf8()));
        QVERIFY(qputenv("XDG_DATA_HOME", m_dir.filePath(u"home"_s).toUtf8()));
        makeWords(u"en_GB"_s, "3\nhello\ncolour\nrefund\n");
        makeWords(u"en_US"_s, "3\nhello\ncolor\nrefund\n");
    }
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void speaksTheConversationsLanguage()
    {
        SpellBoard board;
        QSignalSpy spy(&board, &SpellBoard::checked);
        board.check(u"hello colour color"_s, writtenIn(u"en-GB"_s, {}));
        QCOMPARE(wrongOf(spy), QStringList{u"color"_s});
        board.check(u"hello colour color"_s, writtenIn(u"en-US"_s, {}));
        QCOMPARE(wrongOf(spy), QStringList{u"colour"_s});
        board.check(u"hola"_s, writtenIn(u"es-ES"_s, {})); // no such dictionary
        QCOMPARE(wrongOf(spy), QStringList());
    }

    void namesOnFileAndLearntWordsAreRight()
    {
        SpellBoard board;
        QSignalSpy spy(&board, &SpellBoard::checked);
        board.check(u"hello Penhallow, klarsicht"_s, writtenIn(u"en-GB"_s, u"Kofi Penhallow"_s));
        QCOMPARE(wrongOf(spy), QStringList{u"klarsicht"_s});
        board.setWords({u"Klarsicht"_s});
        QCOMPARE(wrongOf(spy), QStringList());
    }

    void onlyTheNewestTextIsAnswered()
    {
        SpellBoard board;
        QSignalSpy spy(&board, &SpellBoard::checked);
        board.check(u"helo"_s, writtenIn(u"en-GB"_s, {}));
        board.check(u"hello"_s, writtenIn(u"en-GB"_s, {}));
        QVERIFY(spy.wait());
        QCOMPARE(spy.size(), 1);
        QCOMPARE(spy[0][0].toString(), u"hello"_s);
    }
};

BATON_TEST(SpellBoardTest)
#include "SpellBoardTest.moc"
