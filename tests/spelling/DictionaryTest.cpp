#include "core/spelling/Dictionary.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace baton;
using spelling::Dictionary;

namespace {

void write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

/// Three words in the encoding, the second with an umlaut.
void makeDictionary(const QString &base, const QByteArray &encoding, const QByteArray &umlaut)
{
    write(base + u".aff"_s, "SET " + encoding + "\nTRY esianrtolcdugmphbyfvkw\n");
    write(base + u".dic"_s, "4\nhallo\nT" + umlaut + "r\nrefund\nit's\n");
}

QStringList wrongIn(const Dictionary &words, const QString &text, const QSet<QString> &known = {})
{
    QStringList wrong;
    for (const Misspelling &each : words.misspelt(text, known))
        wrong += text.sliced(each.begin, each.end - each.begin);
    return wrong;
}

} // namespace

class DictionaryTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    std::unique_ptr<Dictionary> open(const QString &locale = u"xx-YY"_s) const
    {
        return Dictionary::open(locale, {m_dir.path()});
    }

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".*"_s));
        makeDictionary(m_dir.filePath(u"xx_XX"_s), "UTF-8", "ü");
    }

    void findsWhatItDoesNotKnowAndSaysWhatMayBeMeant()
    {
        const auto words = open();
        QVERIFY(words);
        const QString text = u"Hallo, the refnud: Tür"_s;
        const QList<Misspelling> wrong = words->misspelt(text, {u"the"_s});
        QCOMPARE(wrong.size(), 1);
        QCOMPARE(text.sliced(wrong[0].begin, wrong[0].end - wrong[0].begin), u"refnud"_s);
        QCOMPARE(wrong[0].instead.value(0), u"refund"_s);
    }

    void leavesAloneWhatIsNoWord()
    {
        const auto words = open();
        const QString text
            = u"LF-48213 KB118 https://shopp.example/refnud me@exampel.com www.exmple.de"
              "{order.ide} [EMIAL_1] SEPA it’s"_s;
        QCOMPARE(wrongIn(*words, text), QStringList());
        QCOMPARE(wrongIn(*words, u"Penhallow writes"_s, {u"penhallow"_s}),
                 QStringList({u"writes"_s}));
    }

    void readsDictionariesInTheirOwnEncoding()
    {
        makeDictionary(m_dir.filePath(u"yy_YY"_s), "ISO8859-1", "\xfc");
        const auto words = open(u"yy"_s);
        QVERIFY(words);
        QCOMPARE(wrongIn(*words, u"Tür tür Tur"_s), QStringList({u"tür"_s, u"Tur"_s}));
        QCOMPARE(words->misspelt(u"Tur"_s, {}).value(0).instead.value(0), u"Tür"_s);
        QCOMPARE(wrongIn(*words, u"мир"_s), QStringList()); // nothing it could judge
    }

    void takesTheRegionsElseTheLanguagesOwn()
    {
        makeDictionary(m_dir.filePath(u"xx_AA"_s), "UTF-8", "ue");
        const auto region = open(u"xx-AA"_s);
        QCOMPARE(wrongIn(*region, u"Tuer"_s), QStringList());
        const auto own = open(u"xx_ZZ"_s);
        QCOMPARE(wrongIn(*own, u"Tuer"_s), QStringList({u"Tuer"_s}));
        QVERIFY(!open(u"zz"_s));
        QVERIFY(!open(u"../xx"_s));
        QVERIFY(!open(QString()));
    }

    void isBounded()
    {
        const auto words = open();
        QCOMPARE(words->misspelt(u"wrongg "_s.repeated(5'000), {}).size(),
                 Dictionary::mostMisspelt);
    }

    /// Where Debian's dictionaries are installed.
    void knowsTheLanguagesOfTheDemo_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("right");
        QTest::addColumn<QString>("wrong");
        QTest::newRow("en") << u"en-GB"_s << u"The refund normally shows on your card."_s
                            << u"recieve"_s;
        QTest::newRow("de") << u"de-DE"_s << u"Die Erstattung ist unterwegs, Grüße aus Köln."_s
                            << u"Erstatung"_s;
        QTest::newRow("es") << u"es-ES"_s << u"La devolución llegará mañana."_s << u"devolucion"_s;
    }
    void knowsTheLanguagesOfTheDemo()
    {
        QFETCH(QString, locale);
        QFETCH(QString, right);
        QFETCH(QString, wrong);
        const auto words = Dictionary::open(locale);
        if (!words)
            QSKIP("skipped: no dictionary of this language is installed");
        QCOMPARE(wrongIn(*words, right), QStringList());
        QCOMPARE(wrongIn(*words, wrong), QStringList({wrong}));
    }
};

BATON_TEST(DictionaryTest)
#include "DictionaryTest.moc"
