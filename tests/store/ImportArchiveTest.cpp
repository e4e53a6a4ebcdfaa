#include "core/store/ImportArchive.h"
#include "core/packet/LineSource.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QDir>
#include <QtCore/QTemporaryDir>
#include <QtTest/QtTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::store;

class ImportArchiveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesComeBackUnderTheirHash()
    {
        const QTemporaryDir folder;
        QByteArray whole;
        QString path;
        {
            auto archive = ImportArchive::create(folder.path());
            QVERIFY(archive);
            for (int i = 0; i < 20000; ++i) {
                const QByteArray line = "{\"n\":" + QByteArray::number(i * 7919) + "}";
                whole += line + '\n';
                QVERIFY((*archive)->add(line));
            }
            const Result<QString> kept = (*archive)->finish();
            QVERIFY(kept);
            path = *kept;
        }
        QCOMPARE(
            QFileInfo(path).fileName(),
            QString::fromLatin1(QCryptographicHash::hash(whole, QCryptographicHash::Sha256).toHex())
                + u".jsonl.gz"_s);
        auto source = packet::LineSource::open(path);
        QVERIFY(source);
        QByteArray read;
        while ((*source)->next() == packet::LineSource::Next::Line)
            read += (*source)->line() + '\n';
        QCOMPARE(read, whole);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }

    void theSameLinesMakeOneFile()
    {
        const QTemporaryDir folder;
        QStringList paths;
        for (int i = 0; i < 2; ++i) {
            auto archive = ImportArchive::create(folder.path());
            QVERIFY((*archive)->add("{}"));
            paths.append(*(*archive)->finish());
        }
        QCOMPARE(paths.at(0), paths.at(1));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }

    void whatIsNotFinishedLeavesNothing()
    {
        const QTemporaryDir folder;
        {
            auto archive = ImportArchive::create(folder.path());
            QVERIFY((*archive)->add("{}"));
        }
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 0);
        auto archive = ImportArchive::create(folder.path());
        QCOMPARE(*(*archive)->finish(), QString());
    }
};

BATON_TEST(ImportArchiveTest)
#include "ImportArchiveTest.moc"
