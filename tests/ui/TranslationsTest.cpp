#include "tests/support/TestProgram.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtCore/QTranslator>
#include <QtCore/QXmlStreamReader>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

namespace {

struct CountedPhrase
{
    QString context;
    QString source;
    QString comment;
};

/// Phrases with a number in them, as lupdate finds them in the sources.
QList<CountedPhrase> numberedPhrases(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<CountedPhrase> phrases;
    CountedPhrase phrase;
    bool counts = false;
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::EndElement && xml.name() == "message"_L1 && counts)
            phrases.append(phrase);
        if (!xml.isStartElement())
            continue;
        if (xml.name() == "name"_L1)
            phrase.context = xml.readElementText();
        else if (xml.name() == "message"_L1) {
            counts = xml.attributes().value("numerus"_L1) == "yes"_L1;
            phrase.comment.clear();
        } else if (xml.name() == "source"_L1)
            phrase.source = xml.readElementText();
        else if (xml.name() == "comment"_L1)
            phrase.comment = xml.readElementText();
    }
    return phrases;
}

} // namespace

class TranslationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPhraseWithANumberHasItsPlural()
    {
        QTemporaryDir folder;
        const QString found = folder.filePath(u"found.ts"_s);
        QProcess lupdate;
        lupdate.start(QStringLiteral(BATON_LUPDATE),
                      {u"-silent"_s, u"-I"_s, QStringLiteral(BATON_SOURCE_DIR), u"-locations"_s,
                       u"none"_s, u"-target-language"_s, u"en"_s,
                       QStringLiteral(BATON_SOURCE_DIR "/ui"), u"-ts"_s, found});
        QVERIFY(lupdate.waitForFinished());
        QCOMPARE(lupdate.exitCode(), 0);
        const QList<CountedPhrase> phrases = numberedPhrases(found);
        QVERIFY(phrases.size() >= 10);

        QTranslator words;
        QVERIFY(words.load(u":/i18n/baton_en.qm"_s));
        for (const CountedPhrase &phrase : phrases) {
            const QString one
                = words.translate(qPrintable(phrase.context), qPrintable(phrase.source),
                                  qPrintable(phrase.comment), 1);
            QVERIFY2(!one.isEmpty() && !one.contains("(s)"_L1),
                     qPrintable(phrase.context + u": "_s + phrase.source));
        }
    }
};

BATON_TEST(TranslationsTest)
#include "TranslationsTest.moc"
