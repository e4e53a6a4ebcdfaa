#include "app/batonctl/Command.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ctl;

class OptionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void optionsStandAnywhere()
    {
        const auto options = readOptions({u"--json"_s, u"queue"_s, u"--limit=7"_s, u"--data-dir"_s,
                                          u"/d"_s, u"--view"_s, u"soon"_s, u"--profile=team"_s});
        QVERIFY2(options, options ? "" : qPrintable(options.error().detail));
        QCOMPARE(options->command, u"queue"_s);
        QVERIFY(options->json);
        QCOMPARE(options->limit, 7);
        QCOMPARE(options->dataDir, u"/d"_s);
        QCOMPARE(options->view, QueueView::BreachingSoon);
        QCOMPARE(options->profile, u"team"_s);
    }

    void aDashIsAnOperandAndTwoEndTheOptions()
    {
        const auto options = readOptions({u"validate"_s, u"-"_s, u"--"_s, u"--strange.jsonl"_s});
        QVERIFY(options);
        QCOMPARE(options->operands, QStringList({u"-"_s, u"--strange.jsonl"_s}));
    }

    void helpNeedsNothingElse()
    {
        QVERIFY(readOptions({u"--help"_s})->help);
        QVERIFY(readOptions({u"import"_s, u"-h"_s})->help);
        QVERIFY(readOptions({u"--version"_s})->version);
    }

    void saysWhatIsWrong_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("sentence");
        const auto row
            = [](const char *name, const QStringList &arguments, const QString &sentence) {
                  QTest::newRow(name) << arguments << sentence;
              };
        row("nothing", {}, u"A command is missing."_s);
        row("no such command", {u"fly"_s}, u"There is no command “fly”."_s);
        row("no such option", {u"queue"_s, u"--colour"_s}, u"There is no option “--colour”."_s);
        row("one dash", {u"queue"_s, u"-x"_s}, u"There is no option “-x”."_s);
        row("one dash, right name", {u"queue"_s, u"-json"_s}, u"There is no option “-json”."_s);
        row("another's option", {u"doctor"_s, u"--limit"_s, u"3"_s},
            u"doctor does not take --limit."_s);
        row("no value", {u"queue"_s, u"--limit"_s}, u"--limit needs a value."_s);
        row("empty value", {u"queue"_s, u"--data-dir="_s}, u"--data-dir needs a value."_s);
        row("a value too much", {u"queue"_s, u"--json=1"_s}, u"--json takes no value."_s);
        row("no such readers", {u"knowledge"_s, u"list"_s, u"--audience"_s, u"all"_s},
            u"--audience takes customer or internal, not “all”."_s);
        row("no number", {u"queue"_s, u"--limit"_s, u"many"_s}, u"--limit takes a number"_s);
        row("zero", {u"queue"_s, u"--limit"_s, u"0"_s}, u"--limit takes a number"_s);
        row("too many", {u"queue"_s, u"--limit"_s, u"1000001"_s}, u"--limit takes a number"_s);
        row("no such view", {u"queue"_s, u"--view"_s, u"lost"_s},
            u"--view takes all, mine, tier-c, soon, recontacts or archive"_s);
        row("a path as profile", {u"queue"_s, u"--profile"_s, u"../x"_s},
            u"“../x” cannot name a profile"_s);
        row("no file", {u"import"_s}, u"import needs FILE…."_s);
        row("no words", {u"search"_s}, u"search needs TEXT…."_s);
        row("a word too much", {u"queue"_s, u"now"_s}, u"queue cannot do anything with “now”."_s);
        row("standard input twice", {u"validate"_s, u"-"_s, u"-"_s},
            u"Standard input can be read only once."_s);
    }

    void saysWhatIsWrong()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, sentence);
        const auto options = readOptions(arguments);
        QVERIFY(!options);
        QCOMPARE(options.error().code, ErrorCode::InvalidArgument);
        QVERIFY2(options.error().detail.startsWith(sentence), qPrintable(options.error().detail));
    }

    void everyCommandIsInTheHelp()
    {
        const QString help = helpForAll();
        for (const Command &command : commands()) {
            QVERIFY(help.contains(QLatin1StringView(command.name)));
            QVERIFY(helpFor(command).startsWith(
                u"Usage: batonctl %1 "_s.arg(QLatin1StringView(command.name))));
            for (const QString &option : command.options)
                QVERIFY2(helpFor(command).contains(u"--"_s + option), command.name);
        }
    }
};

BATON_TEST(OptionsTest)
#include "OptionsTest.moc"
