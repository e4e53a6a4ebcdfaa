#include "ui/models/TypedTexts.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QRandomGenerator>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::ui;

namespace {

const ConversationId one(u"one"_s);
const ConversationId two(u"two"_s);

QList<TypedDraft> reply(const QString &text)
{
    return {{one, DraftKind::Reply, text, {}, {}}};
}

} // namespace

class TypedTextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatWasSaved()
    {
        TypedTexts texts;
        QVERIFY(!texts.show(one, reply(u"saved"_s)));
        QCOMPARE(texts.text(DraftKind::Reply), u"saved"_s);
        QVERIFY(!texts.show(one, reply(u"newer"_s)));
        QCOMPARE(texts.text(DraftKind::Reply), u"newer"_s);
    }

    void aLateSnapshotTakesNothingAway()
    {
        TypedTexts texts;
        texts.show(one, {});
        for (const QString &text : {u"h"_s, u"he"_s, u"hel"_s, u"hell"_s})
            texts.typed(DraftKind::Reply, text);
        for (const QString &late : {u""_s, u"h"_s, u"hel"_s, u"hell"_s}) {
            texts.show(one, late.isEmpty() ? QList<TypedDraft>() : reply(late));
            QCOMPARE(texts.text(DraftKind::Reply), u"hell"_s);
        }
    }

    void textStaysWhenAnotherConversationIsShown()
    {
        TypedTexts texts;
        texts.show(one, {});
        texts.typed(DraftKind::Reply, u"for one"_s);
        texts.typed(DraftKind::Note, u"note for one"_s);
        texts.show(two, {});
        QCOMPARE(texts.text(DraftKind::Reply), QString());
        QVERIFY(texts.show(one, {})); // the store has not got it: to be saved again
        QCOMPARE(texts.text(DraftKind::Reply), u"for one"_s);
        QCOMPARE(texts.text(DraftKind::Note), u"note for one"_s);
    }

    void whatIsHandedOverStaysUntilItIsRecorded()
    {
        TypedTexts texts;
        texts.show(one, {});
        texts.typed(DraftKind::Reply, u"answer"_s);
        texts.handOver(DraftKind::Reply);
        texts.show(one, {});
        QCOMPARE(texts.text(DraftKind::Reply), u"answer"_s);
        texts.confirm(one, DraftKind::Reply);
        QCOMPARE(texts.text(DraftKind::Reply), QString());
    }

    void whatIsTypedAfterSendingStays()
    {
        TypedTexts texts;
        texts.show(one, {});
        texts.typed(DraftKind::Reply, u"answer"_s);
        texts.handOver(DraftKind::Reply);
        texts.typed(DraftKind::Reply, u"answer and more"_s);
        texts.confirm(one, DraftKind::Reply);
        QCOMPARE(texts.text(DraftKind::Reply), u" and more"_s);
    }

    void anActThatFailsGivesTheTextBack()
    {
        TypedTexts texts;
        texts.show(one, {});
        texts.typed(DraftKind::Reply, u"answer"_s);
        texts.handOver(DraftKind::Reply);
        QVERIFY(texts.refuse());
        QVERIFY(!texts.isHandedOver(DraftKind::Reply));
        QVERIFY(texts.show(one, {}));
        QCOMPARE(texts.text(DraftKind::Reply), u"answer"_s);
        QVERIFY(!texts.refuse());
    }

    void aReplyThatFailsAfterOneWentOnIsThereWhenOneComesBack()
    {
        TypedTexts texts;
        texts.show(one, {});
        texts.typed(DraftKind::Reply, u"answer"_s);
        texts.handOver(DraftKind::Reply);
        texts.show(two, {});
        QVERIFY(!texts.refuse());
        texts.show(one, {});
        QCOMPARE(texts.text(DraftKind::Reply), u"answer"_s);
    }

    void aReplyThatWasRecordedElsewhereIsGone()
    {
        TypedTexts texts;
        texts.show(one, {});
        texts.typed(DraftKind::Reply, u"answer"_s);
        texts.handOver(DraftKind::Reply);
        texts.show(two, {});
        texts.confirm(one, DraftKind::Reply);
        texts.show(one, {});
        QCOMPARE(texts.text(DraftKind::Reply), QString());
    }

    void anUndoneReplyComesAboveWhatWasTypedSince()
    {
        TypedTexts texts;
        texts.show(one, {});
        texts.typed(DraftKind::Reply, u"a"_s);
        texts.typed(DraftKind::Reply, u"ab"_s);
        QVERIFY(!texts.show(one, reply(u"undone\n\nab"_s)));
        QCOMPARE(texts.text(DraftKind::Reply), u"undone\n\nab"_s);
    }

    void anUndoneReplyThatArrivesLateIsStillThere()
    {
        TypedTexts texts;
        texts.show(one, {});
        texts.typed(DraftKind::Reply, u"a"_s);
        texts.typed(DraftKind::Reply, u"ab"_s);
        texts.typed(DraftKind::Reply, u"abc"_s);
        QVERIFY(texts.show(one, reply(u"undone\n\nab"_s)));
        QCOMPARE(texts.text(DraftKind::Reply), u"undone\n\nabc"_s);
    }

    void textFromNowhereIsKeptAbove()
    {
        TypedTexts texts;
        texts.show(one, {});
        texts.typed(DraftKind::Reply, u"mine"_s);
        QVERIFY(texts.show(one, reply(u"something else"_s)));
        QCOMPARE(texts.text(DraftKind::Reply), u"something else\n\nmine"_s);
    }

    /// Typing against a store that lags behind, with switches in between: every letter that was
    /// typed is there.
    void nothingTypedIsLostAgainstAStoreThatLags()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        for (int round = 0; round < 200; ++round) {
            TypedTexts texts;
            QHash<ConversationId, QStringList> saved{{one, {QString()}}, {two, {QString()}}};
            QHash<ConversationId, QString> wanted;
            ConversationId open = one;
            texts.show(open, {});
            for (int step = 0; step < 60; ++step) {
                if (random.bounded(5) == 0)
                    open = random.bounded(2) ? one : two;
                const QStringList &history = saved[open];
                const qsizetype lag = random.bounded(int(qMin<qsizetype>(3, history.size())));
                const QString draft = history[history.size() - 1 - lag];
                texts.show(open, draft.isEmpty() ? QList<TypedDraft>() : reply(draft));
                QCOMPARE(texts.text(DraftKind::Reply), wanted.value(open));
                wanted[open] += QChar(u'a' + random.bounded(26));
                texts.typed(DraftKind::Reply, wanted[open]);
                saved[open] += wanted[open];
            }
        }
    }
};

BATON_TEST(TypedTextsTest)
#include "TypedTextsTest.moc"
