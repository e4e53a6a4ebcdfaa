#include "core/knowledge/Mentions.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using knowledge::Mentions;

namespace {

/// Every house has the same entries, so that the words of entries tell none of them.
Mentions houses()
{
    QStringList names;
    QStringList texts;
    for (const char *name : {"Gull House", "Harbour Inn", "The Old Mill Hotel", "Bridge & Barrel",
                             "Windermere Lodge", "Castle Hotel"}) {
        for (int i = 0; i < 3; ++i) {
            names.append(QString::fromLatin1(name));
            texts.append(u"The house near the castle has a bridge and a room %1"_s.arg(i));
        }
    }
    return {names, texts};
}

QStringList heard(const QString &text)
{
    static const Mentions all = houses();
    QStringList names;
    for (const Mentions::Mention &one : all.in(text).mentions)
        names.append(all.names()[one.name]);
    return names;
}

} // namespace

class MentionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreHeard_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("names");
        const auto row = [](const char *text, const QStringList &names) {
            QTest::newRow(text) << QString::fromUtf8(text) << names;
        };
        row("Is there parking at the Gull House?", {u"Gull House"_s});
        row("is there parking at gull house", {u"Gull House"_s});
        row("does the windermere have a sauna", {u"Windermere Lodge"_s});
        row("does the windremere lodge have a sauna", {u"Windermere Lodge"_s});
        row("the old mills hotel", {u"The Old Mill Hotel"_s});
        row("Bridge and Barrel", {u"Bridge & Barrel"_s});
        row("Harbour Inn or Gull House?", {u"Harbour Inn"_s, u"Gull House"_s});
        row("is there a bridge near the house", {});
        row("inn of the harbour", {u"Harbour Inn"_s});
        row("a room, please", {});
        row("", {});
    }
    void namesAreHeard()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, names);
        QCOMPARE(heard(text), names);
    }

    void whatIsLeftIsTheQuestion()
    {
        const Mentions all = houses();
        QCOMPARE(all.in(u"Does Gull House have parking?"_s).rest, u"does have parking"_s);
        QCOMPARE(all.in(u"Does it have parking?"_s).rest, u"Does it have parking?"_s);
    }

    void longTextsAreCut()
    {
        const QString filler(10'000, u'x');
        QVERIFY(heard(filler + u" Gull House"_s).isEmpty());
        QCOMPARE(heard(u"Gull House "_s + filler), QStringList{u"Gull House"_s});
    }
};

BATON_TEST(MentionsTest)
#include "MentionsTest.moc"
