#include "Batonctl.h"

#include "core/packet/LineSource.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QElapsedTimer>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::tests;

/// 25,430 real conversations through the real program (the measuring data beside the checkout).
class RealDataTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QDir packets(QStringLiteral(BATON_SHARED_DATA) + u"/packets"_s);
        for (const QFileInfo &file :
             packets.entryInfoList({u"*.jsonl.gz"_s}, QDir::Files, QDir::Name))
            m_files.append(file.filePath());
        if (m_files.size() != 5)
            QSKIP("the five files of real packets are not beside the checkout");
    }

    void allComeInOnceAndGoOutAsTheyCame()
    {
        const Desk desk;
        QElapsedTimer timer;
        timer.start();
        const Ran first = desk.run(QStringList{u"import"_s, u"--json"_s} + m_files);
        QVERIFY2(first.exit == 0, first.err);
        rusage usage = {};
        getrusage(RUSAGE_CHILDREN, &usage);
        const double cpu = double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
            + double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
        qInfo("import: %.1f s, %.1f s of CPU, %ld MB at most", double(timer.elapsed()) / 1e3, cpu,
              usage.ru_maxrss / 1024);
        QCOMPARE(first.json(),
                 QList<nlohmann::json>({{{"read", 25430},
                                         {"added", 25430},
                                         {"updated", 0},
                                         {"unchanged", 0},
                                         {"rejected", 0}}}));
#if !defined(__SANITIZE_ADDRESS__) // its shadow memory is not ours
        QVERIFY2(usage.ru_maxrss < 300 * 1024, "more than 300 MB");
#endif

        const Ran second = desk.run(QStringList{u"import"_s, u"--json"_s} + m_files);
        QCOMPARE(second.json(),
                 QList<nlohmann::json>({{{"read", 25430},
                                         {"added", 0},
                                         {"updated", 0},
                                         {"unchanged", 25430},
                                         {"rejected", 0}}}));

        const QString exported = desk.path(u"all.jsonl"_s);
        QCOMPARE(desk.run({u"export"_s, u"--output"_s, exported}).exit, 0);
        auto out = packet::LineSource::open(exported);
        QVERIFY(out);
        for (const QString &file : m_files) {
            auto in = packet::LineSource::open(file);
            QVERIFY(in);
            while ((*in)->next() == packet::LineSource::Next::Line) {
                QCOMPARE((*out)->next(), packet::LineSource::Next::Line);
                QVERIFY2((*out)->line() == (*in)->line(),
                         qPrintable(u"%1:%2"_s.arg(file).arg((*in)->number())));
            }
        }
        QCOMPARE((*out)->next(), packet::LineSource::Next::End);
    }

private:
    QStringList m_files;
};

BATON_TEST(RealDataTest)
#include "RealDataTest.moc"
