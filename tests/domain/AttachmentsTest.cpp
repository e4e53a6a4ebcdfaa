#include "core/domain/Attachments.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace baton;

class AttachmentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void aNameNamesNoPlaceAndHidesNothing_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("safe");
        QTest::newRow("plain") << u"Label 3 (copy).pdf"_s << u"Label 3 (copy).pdf"_s;
        QTest::newRow("letters") << u"Größe 日本 😀.png"_s << u"Größe 日本 😀.png"_s;
        QTest::newRow("path") << u"/etc/../passwd"_s << u"passwd"_s;
        QTest::newRow("Windows path") << u"C:\\Users\\a\\x.txt"_s << u"x.txt"_s;
        QTest::newRow("folder") << u"photos/"_s << u"attachment"_s;
        QTest::newRow("up") << u".."_s << u"attachment"_s;
        QTest::newRow("hidden") << u"...bashrc"_s << u"bashrc"_s;
        QTest::newRow("direction") << u"photo\u202egpj.exe"_s << u"photogpj.exe"_s;
        QTest::newRow("isolate") << u"a\u2066b\u2069.pdf"_s << u"ab.pdf"_s;
        QTest::newRow("control") << u"a\nb\x01\x7f.pdf"_s << u"ab.pdf"_s;
        QTest::newRow("lines") << u"a\u2028b.pdf"_s << u"ab.pdf"_s;
        QTest::newRow("forbidden") << u"a:b*?\"<>|.pdf"_s << u"ab.pdf"_s;
        QTest::newRow("spaces") << u"  a \t  b .pdf. "_s << u"a b .pdf"_s;
        QTest::newRow("empty") << QString() << u"attachment"_s;
    }
    void aNameNamesNoPlaceAndHidesNothing()
    {
        QFETCH(QString, name);
        QFETCH(QString, safe);
        QCOMPARE(safeFileName(name), safe);
        QCOMPARE(safeFileName(safe), safe); // and again
    }

    void aLongNameKeepsItsEnding()
    {
        for (const QString &letter : {u"a"_s, u"ü"_s, u"😀"_s}) {
            const QString safe = safeFileName(letter.repeated(300) + u".jpeg"_s);
            QVERIFY(safe.size() <= longestFileName);
            QVERIFY(safe.toUtf8().size() <= 200);
            QVERIFY(safe.endsWith(u".jpeg"_s));
            QVERIFY(!safe.chopped(5).back().isHighSurrogate());
        }
        QVERIFY(safeFileName(u'.' + u"b"_s.repeated(300)).size() <= longestFileName);
        // A name as long as a packet may have it is shortened in one go.
        QCOMPARE(safeFileName(u"a"_s.repeated(4 << 20) + u".pdf"_s).size(), longestFileName);
    }

    void onlyHexDigitsBecomeAPath()
    {
        QVERIFY(isSha256(u"0123456789abcdefABCDEF0123456789"_s.repeated(2)));
        QVERIFY(!isSha256(u"../"_s.repeated(22).left(64)));
        QVERIFY(!isSha256(u"0"_s.repeated(63)));
        QVERIFY(!isSha256({}));
    }

    void harmlessIsWhatItsNameSays_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<FileKind>("kind");
        const QByteArray png("\x89PNG\r\n\x1a\nIHDR");
        QTest::newRow("png") << u"a.PNG"_s << png << FileKind::Image;
        QTest::newRow("jpeg") << u"a.jpg"_s << QByteArray("\xff\xd8\xff\xe0") << FileKind::Image;
        QTest::newRow("webp") << u"a.webp"_s << QByteArray("RIFF1234WEBPVP8 ") << FileKind::Image;
        QTest::newRow("pdf") << u"a.pdf"_s << QByteArray("%PDF-1.4\n") << FileKind::Pdf;
        QTest::newRow("text") << u"a.txt"_s << QByteArray("Grüße\n\ttab") << FileKind::Text;
        QTest::newRow("png called pdf") << u"a.pdf"_s << png << FileKind::Other;
        QTest::newRow("program called png") << u"a.png"_s
                                            << QByteArray("\x7f"
                                                          "ELF")
                                            << FileKind::Other;
        QTest::newRow("png called exe") << u"a.png.exe"_s << png << FileKind::Other;
        QTest::newRow("script called text")
            << u"a.txt"_s << QByteArray("#!/bin/sh\n") << FileKind::Other;
        QTest::newRow("bytes called text")
            << u"a.txt"_s << QByteArray("a\0b", 3) << FileKind::Other;
        QTest::newRow("Latin 1 called text")
            << u"a.txt"_s << QByteArray("a\xfc b") << FileKind::Other;
        QTest::newRow("html") << u"a.html"_s << QByteArray("<p>a") << FileKind::Other;
        QTest::newRow("svg") << u"a.svg"_s << QByteArray("<svg/>") << FileKind::Other;
        QTest::newRow("desktop") << u"a.desktop"_s << QByteArray("[Desktop Entry]")
                                 << FileKind::Other;
        QTest::newRow("nothing") << QString() << QByteArray() << FileKind::Other;
    }
    void harmlessIsWhatItsNameSays()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(FileKind, kind);
        QCOMPARE(harmlessKind(name, bytes), kind);
    }

    void aReplyThatPromisesAFileIsHeard()
    {
        for (const char *says :
             {"I have attached the return label.", "Dear Maren, please find attached our form.",
              "The label is attached. Print it.", "Im Anhang finden Sie das Etikett.",
              "Anbei das Rücksendeetikett.", "Le adjunto la etiqueta.",
              "Encontrará la etiqueta en el adjunto."})
            QVERIFY2(saysAttached(QString::fromUtf8(says)), says);
        for (const char *not_ :
             {"Thank you for the photos that you attached.", "Your attachment did not arrive.",
              "Could you send a photo?", "Ihr Anhang kam an, danke.",
              "The hook attaches to the wall.", "Gracias por su adjunto.", ""})
            QVERIFY2(!saysAttached(QString::fromUtf8(not_)), not_);
    }
};

BATON_TEST(AttachmentsTest)
#include "AttachmentsTest.moc"
