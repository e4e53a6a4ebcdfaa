#include "tests/support/DeskFixture.h"
#include "tests/support/TestProgram.h"

using namespace baton;
using namespace baton::test;

class DeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstPageComesWithItsRows();
    void aSearchShowsMatchesAndTheirExactCount();
    void typedTextIsOnDiskWithinHalfASecond();
    void typedTextSurvivesTheDesk();
    void aReplyClaimsTheConversationAndWaitsForItsWindow();
    void undoGivesTheTextBack();
    void undoOfSendAndCloseTakesBothBack();
    void theNextConversationOpensAfterASend();
    void aConversationOfAColleagueIsNotAnswered();
    void aNoteDoesNotClaim();
    void theBaseIsTakenAtTheFirstKey();
    void aWaitingReplyIsHeldAgainAfterARestart();
    void openingMarksAsSeenAndRemembersWhatWasNew();
    void aHeldReplySentUnchangedKeepsItsOwnBaseWhenAnotherIsOpened();
    void anotherConversationMayBeOpenedFromTheSnapshotOfOne();
    void anotherViewMayBeAskedForFromTheSnapshotOfOne();
    void whatIsNarrowedStaysSoInEveryViewAndAsItChanges();
    void settingsAreKept();
    void knowledgeIsFoundAndRead();

private:
    static ConversationSnapshot opened(Desk &desk, const QString &id)
    {
        QSignalSpy spy(&desk, &Desk::conversationChanged);
        desk.open(ConversationId(id));
        return first<ConversationSnapshot>(spy);
    }
};

void DeskTest::theFirstPageComesWithItsRows()
{
    DeskFixture f;
    f.arrive({f.conversation(QStringLiteral("a"), QStringLiteral("My parcel is late")),
              f.conversation(QStringLiteral("b"), QStringLiteral("Refund"))});
    Desk &desk = f.makeDesk();
    QSignalSpy queue(&desk, &Desk::queueChanged);
    desk.start();
    const auto snapshot = first<QueueSnapshot>(queue);
    QCOMPARE(snapshot.rows->size(), size_t(2));
    QCOMPARE(snapshot.ready.size(), 2);
    QCOMPARE(snapshot.ready.first().name, QStringLiteral("Customer a"));
    QVERIFY(snapshot.subjectChanged);
    QVERIFY(snapshot.complete);
}

void DeskTest::aSearchShowsMatchesAndTheirExactCount()
{
    DeskFixture f;
    QList<Conversation> many;
    for (int i = 0; i < 230; ++i)
        many += f.conversation(QStringLiteral("c%1").arg(i),
                               i < 220 ? QStringLiteral("parcel") : QStringLiteral("card"));
    f.arrive(many);
    Desk &desk = f.makeDesk();
    desk.start();
    QSignalSpy queue(&desk, &Desk::queueChanged);
    QSignalSpy counted(&desk, &Desk::matchesCounted);
    desk.search(QStringLiteral("parc"));
    QTRY_COMPARE(counted.size(), 1);
    QCOMPARE(counted.first().at(1).toInt(), 220);
    const auto firstPage = queue.last().first().value<QueueSnapshot>();
    QCOMPARE(firstPage.search, QStringLiteral("parc"));
    desk.search(QString());
    QTRY_COMPARE(queue.last().first().value<QueueSnapshot>().rows->size(), size_t(230));
}

void DeskTest::knowledgeIsFoundAndRead()
{
    DeskFixture f;
    Document document;
    document.id = DocumentId(QStringLiteral("KB-1"));
    document.version = 1;
    document.title = QStringLiteral("Returns");
    document.sha256 = QByteArray(64, '0');
    for (const char *text : {"Print the label.", "Stick it on."})
        document.passages.append({document.id, 1, document.title, QStringLiteral("How to return"),
                                  int(document.passages.size()), QString::fromLatin1(text)});
    QVERIFY(f.store->addDocuments({document}).result());
    Desk &desk = f.makeDesk();
    QSignalSpy found(&desk, &Desk::passagesFound);
    desk.find(QStringLiteral("label"));
    const auto passages = first<QList<FoundPassage>>(found, 1);
    QCOMPARE(passages.size(), 1);
    QCOMPARE(passages.first().passage.heading, QStringLiteral("How to return"));
    QSignalSpy read(&desk, &Desk::passageRead);
    desk.readPassage({document.id, 1, QStringLiteral("How to return")});
    QCOMPARE(first<QString>(read, 1), QStringLiteral("Print the label.\nStick it on."));
}

void DeskTest::typedTextIsOnDiskWithinHalfASecond()
{
    DeskFixture f;
    f.arrive({f.conversation(QStringLiteral("a"), QStringLiteral("Hello"))});
    Desk &desk = f.makeDesk();
    desk.start();
    opened(desk, QStringLiteral("a"));
    QSignalSpy saved(&desk, &Desk::draftSaved);
    QElapsedTimer timer;
    timer.start();
    // Keys that never pause must not postpone the save.
    QTimer keys;
    QString text;
    connect(&keys, &QTimer::timeout, this, [&] { desk.typed(DraftKind::Reply, text += u'x'); });
    keys.start(20);
    QVERIFY(saved.wait(2000));
    QVERIFY2(timer.elapsed() <= 500, qPrintable(QString::number(timer.elapsed())));
    keys.stop();
    const auto drafts = f.store->drafts(ConversationId(QStringLiteral("a"))).result();
    QVERIFY(drafts && drafts->size() == 1 && !drafts->first().text.isEmpty());
}

void DeskTest::typedTextSurvivesTheDesk()
{
    DeskFixture f;
    f.arrive({f.conversation(QStringLiteral("a"), QStringLiteral("Hello"))});
    f.makeDesk().start();
    opened(*f.desk, QStringLiteral("a"));
    f.desk->typed(DraftKind::Reply, QStringLiteral("half a sent"));
    f.reopenStore();
    f.makeDesk().start();
    const auto snapshot = opened(*f.desk, QStringLiteral("a"));
    QCOMPARE(snapshot.drafts.size(), 1);
    QCOMPARE(snapshot.drafts.first().text, QStringLiteral("half a sent"));
}

void DeskTest::aReplyClaimsTheConversationAndWaitsForItsWindow()
{
    DeskFixture f;
    f.arrive({f.conversation(QStringLiteral("a"), QStringLiteral("Hello"))});
    Desk &desk = f.makeDesk();
    desk.start();
    opened(desk, QStringLiteral("a"));
    QSignalSpy undo(&desk, &Desk::undoChanged);
    const Instant before = f.clock.now();
    desk.sendReply(QStringLiteral("Hi, I am on it."), AfterSend::Stay);
    QVERIFY(undo.wait());
    const auto outbox = f.store->outbox().result();
    QVERIFY(outbox.has_value());
    QCOMPARE(outbox->size(), 2);
    QCOMPARE(outbox->at(0).act.kind, ActKind::Claim);
    QCOMPARE(outbox->at(1).act.kind, ActKind::Reply);
    QVERIFY(outbox->at(1).notBefore >= before + f.undoMs);
    QTRY_VERIFY(f.store->conversation(ConversationId(QStringLiteral("a")))
                    .result()
                    ->conversation.messages.size()
                == 2);
    const auto record = f.store->conversation(ConversationId(QStringLiteral("a"))).result();
    QCOMPARE(record->conversation.owner->id, QStringLiteral("ines"));
    QCOMPARE(record->conversation.messages.last().delivery, Delivery::Waiting);
}

void DeskTest::undoGivesTheTextBack()
{
    DeskFixture f;
    f.arrive({f.conversation(QStringLiteral("a"), QStringLiteral("Hello"))});
    Desk &desk = f.makeDesk();
    desk.start();
    opened(desk, QStringLiteral("a"));
    QSignalSpy undo(&desk, &Desk::undoChanged);
    desk.sendReply(QStringLiteral("Too early"), AfterSend::Stay);
    QVERIFY(undo.wait());
    desk.undo();
    QTRY_VERIFY(f.store->drafts(ConversationId(QStringLiteral("a"))).result()->size() == 1);
    QCOMPARE(f.store->drafts(ConversationId(QStringLiteral("a"))).result()->first().text,
             QStringLiteral("Too early"));
    QTRY_COMPARE(f.store->conversation(ConversationId(QStringLiteral("a")))
                     .result()
                     ->conversation.messages.size(),
                 1);
}

void DeskTest::undoOfSendAndCloseTakesBothBack()
{
    DeskFixture f;
    f.arrive({f.conversation(QStringLiteral("a"), QStringLiteral("Hello"))});
    Desk &desk = f.makeDesk();
    desk.start();
    opened(desk, QStringLiteral("a"));
    QSignalSpy undo(&desk, &Desk::undoChanged);
    desk.sendReply(QStringLiteral("Done"), AfterSend::Close);
    QVERIFY(undo.wait());
    const auto state = [&] {
        return f.store->conversation(ConversationId(QStringLiteral("a")))
            .result()
            ->conversation.state;
    };
    QTRY_COMPARE(state(), State::Closed);
    desk.undo();
    QTRY_COMPARE(state(), State::Claimed);
}

void DeskTest::theNextConversationOpensAfterASend()
{
    DeskFixture f;
    f.settings.nextAfterSend = true;
    f.arrive({f.conversation(QStringLiteral("a"), QStringLiteral("One")),
              f.conversation(QStringLiteral("b"), QStringLiteral("Two"))});
    Desk &desk = f.makeDesk();
    QSignalSpy queue(&desk, &Desk::queueChanged);
    desk.start();
    QVERIFY(queue.wait());
    opened(desk, QStringLiteral("a"));
    desk.sendReply(QStringLiteral("Hi"), AfterSend::Stay);
    QTRY_COMPARE(desk.openId().text(), QStringLiteral("b"));
}

void DeskTest::aConversationOfAColleagueIsNotAnswered()
{
    DeskFixture f;
    Conversation c = f.conversation(QStringLiteral("a"), QStringLiteral("Hello"));
    c.state = State::Claimed;
    c.owner = Person{QStringLiteral("tomasz"), QStringLiteral("Tomasz")};
    f.arrive({c});
    Desk &desk = f.makeDesk();
    desk.start();
    opened(desk, QStringLiteral("a"));
    QSignalSpy failed(&desk, &Desk::failed);
    desk.sendReply(QStringLiteral("Me too"), AfterSend::Stay);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::Conflict);
    QCOMPARE(f.store->outbox().result()->size(), 0);
}

void DeskTest::aNoteDoesNotClaim()
{
    DeskFixture f;
    f.arrive({f.conversation(QStringLiteral("a"), QStringLiteral("Hello"))});
    Desk &desk = f.makeDesk();
    desk.start();
    opened(desk, QStringLiteral("a"));
    desk.addNote(QStringLiteral("Seen this before"));
    QTRY_COMPARE(f.store->outbox().result()->size(), 1);
    const auto record = f.store->conversation(ConversationId(QStringLiteral("a"))).result();
    QVERIFY(!record->conversation.owner);
    QTRY_COMPARE(f.store->conversation(ConversationId(QStringLiteral("a")))
                     .result()
                     ->conversation.messages.last()
                     .visibility,
                 Visibility::Internal);
}

void DeskTest::theBaseIsTakenAtTheFirstKey()
{
    DeskFixture f;
    Conversation c = f.conversation(QStringLiteral("a"), QStringLiteral("Hello"));
    f.arrive({c});
    Desk &desk = f.makeDesk();
    desk.start();
    opened(desk, QStringLiteral("a"));
    desk.typed(DraftKind::Reply, QStringLiteral("H"));
    Message later = c.messages.first();
    later.id = MessageId(QStringLiteral("a-m2"));
    later.at = later.at + 60000;
    c.messages += later;
    c.version = 2;
    QSignalSpy changed(&desk, &Desk::conversationChanged);
    f.arrive({c});
    QTRY_VERIFY(!changed.isEmpty()
                && changed.last().first().value<ConversationSnapshot>().conversation.messages.size()
                    == 2);
    desk.typed(DraftKind::Reply, QStringLiteral("Hi"));
    desk.sendReply(QStringLiteral("Hi"), AfterSend::Stay);
    QTRY_COMPARE(f.store->outbox().result()->size(), 2);
    QCOMPARE(f.store->outbox().result()->last().act.base.lastPublic.text(), QStringLiteral("a-m1"));
}

void DeskTest::aWaitingReplyIsHeldAgainAfterARestart()
{
    DeskFixture f;
    f.arrive({f.conversation(QStringLiteral("a"), QStringLiteral("Hello"))});
    f.makeDesk().start();
    opened(*f.desk, QStringLiteral("a"));
    QSignalSpy undo(f.desk.get(), &Desk::undoChanged);
    f.desk->sendReply(QStringLiteral("Hi"), AfterSend::Stay);
    QVERIFY(undo.wait());
    f.reopenStore();
    const Instant restarted = f.clock.now();
    Desk &again = f.makeDesk();
    QSignalSpy offered(&again, &Desk::undoChanged);
    again.start();
    QVERIFY(offered.wait());
    QVERIFY(f.store->outbox().result()->last().notBefore >= restarted + f.undoMs);
}

void DeskTest::openingMarksAsSeenAndRemembersWhatWasNew()
{
    DeskFixture f;
    Conversation c = f.conversation(QStringLiteral("a"), QStringLiteral("Hello"));
    f.arrive({c});
    Desk &desk = f.makeDesk();
    desk.start();
    QVERIFY(opened(desk, QStringLiteral("a")).seen.isEmpty());
    QTRY_COMPARE(f.store->conversation(c.id).result()->seen.text(), QStringLiteral("a-m1"));
    desk.closeConversation();
    QCOMPARE(opened(desk, QStringLiteral("a")).seen.text(), QStringLiteral("a-m1"));
}

void DeskTest::aHeldReplySentUnchangedKeepsItsOwnBaseWhenAnotherIsOpened()
{
    DeskFixture f;
    f.arrive({f.conversation(QStringLiteral("a"), QStringLiteral("Hello")),
              f.conversation(QStringLiteral("b"), QStringLiteral("Other"))});
    Desk &desk = f.makeDesk();
    desk.start();
    opened(desk, QStringLiteral("a"));
    QSignalSpy undo(&desk, &Desk::undoChanged);
    desk.sendReply(QStringLiteral("Mine"), AfterSend::Stay);
    QVERIFY(undo.wait());
    const ActKey key = f.store->outbox().result()->last().act.key;
    QSignalSpy changed(&desk, &Desk::conversationChanged);
    const store::Settlement held{key, ActStatus::Held, HoldReason::NewPublicMessage, {}, false};
    QVERIFY(f.store->settle(held).result());
    QTRY_VERIFY(!changed.isEmpty()
                && changed.last().first().value<ConversationSnapshot>().comparison);
    QSignalSpy sent(&desk, &Desk::sent);
    desk.sendUnchanged(key, QStringLiteral("They asked for it in writing"));
    desk.open(ConversationId(QStringLiteral("b")));
    QVERIFY(sent.wait());
    QCOMPARE(sent.first().first().value<ConversationId>().text(), QStringLiteral("a"));
    const auto outbox = f.store->outbox().result();
    QVERIFY(outbox);
    QVERIFY(std::any_of(outbox->cbegin(), outbox->cend(),
                        [&](const OutboxEntry &entry) { return entry.act.key == key; }));
    for (const OutboxEntry &entry : outbox.value()) {
        if (entry.act.key != key)
            continue;
        QCOMPARE(entry.status, ActStatus::Waiting);
        QCOMPARE(entry.act.text, QStringLiteral("Mine"));
        QCOMPARE(entry.act.base.lastPublic.text(), QStringLiteral("a-m1"));
    }
}

void DeskTest::anotherConversationMayBeOpenedFromTheSnapshotOfOne()
{
    DeskFixture f;
    f.arrive({f.conversation(QStringLiteral("a"), QStringLiteral("Hello")),
              f.conversation(QStringLiteral("b"), QStringLiteral("Other"))});
    Desk &desk = f.makeDesk();
    desk.start();
    const ConversationId a(QStringLiteral("a"));
    const ConversationId b(QStringLiteral("b"));
    QStringList after; // what the slots behind the one that moves on are told
    connect(&desk, &Desk::conversationChanged, &desk, [&](const ConversationSnapshot &shown) {
        if (shown.row.id == a)
            desk.open(b);
    });
    connect(&desk, &Desk::conversationChanged, &desk, [&](const ConversationSnapshot &shown) {
        after += shown.conversation.messages.last().id.text();
    });
    desk.open(a);
    QTRY_VERIFY(after.contains(QStringLiteral("b-m1")));
    QCOMPARE(after.first(), QStringLiteral("a-m1"));
    QCOMPARE(desk.openId(), b);
    QTRY_COMPARE(f.store->conversation(a).result()->seen.text(), QStringLiteral("a-m1"));
    QTRY_COMPARE(f.store->conversation(b).result()->seen.text(), QStringLiteral("b-m1"));
}

void DeskTest::anotherViewMayBeAskedForFromTheSnapshotOfOne()
{
    DeskFixture f;
    f.arrive({f.conversation(QStringLiteral("a"), QStringLiteral("Hello"))});
    Desk &desk = f.makeDesk();
    QList<QueueView> shown;
    connect(&desk, &Desk::queueChanged, &desk, [&](const QueueSnapshot &queue) {
        if (queue.view == QueueView::AllWaiting)
            desk.showView(QueueView::Mine);
    });
    connect(&desk, &Desk::queueChanged, &desk,
            [&](const QueueSnapshot &queue) { shown += queue.view; });
    desk.start();
    QTRY_VERIFY(shown.contains(QueueView::Mine));
    QCOMPARE(shown.first(), QueueView::AllWaiting);
    QCOMPARE(shown.count(QueueView::AllWaiting), 1);
}

void DeskTest::whatIsNarrowedStaysSoInEveryViewAndAsItChanges()
{
    DeskFixture f;
    f.arrive({f.conversation(QStringLiteral("a"), QStringLiteral("Hello")),
              f.conversation(QStringLiteral("b"), QStringLiteral("Other"))});
    Desk &desk = f.makeDesk();
    QList<QueueSnapshot> shown;
    connect(&desk, &Desk::queueChanged, &desk, [&](const QueueSnapshot &queue) { shown += queue; });
    desk.start();
    QTRY_VERIFY(!shown.isEmpty() && shown.last().rows->size() == 2);
    const QueueFilter phone{.channels = channelBit(Channel::Voice)};
    desk.arrange(phone, QueueSort::NewestFirst);
    QTRY_COMPARE(shown.last().filter, phone);
    QCOMPARE(shown.last().sort, QueueSort::NewestFirst);
    QVERIFY(shown.last().rows->empty() && shown.last().complete && shown.last().subjectChanged);
    shown.clear();
    desk.showView(QueueView::Archive);
    QTRY_VERIFY(!shown.isEmpty());
    QCOMPARE(shown.last().filter, phone);
    desk.showView(QueueView::AllWaiting);
    f.arrive({f.conversation(QStringLiteral("c"), QStringLiteral("Third"))});
    QTRY_VERIFY(shown.last().view == QueueView::AllWaiting && !shown.last().subjectChanged);
    QVERIFY(shown.last().rows->empty());
    desk.arrange({}, QueueSort::Deadline);
    QTRY_COMPARE(shown.last().rows->size(), 3u);
}

void DeskTest::settingsAreKept()
{
    DeskFixture f;
    Desk &desk = f.makeDesk();
    Settings changed = desk.settings();
    changed.theme = ThemeChoice::Dark;
    changed.textSizePercent = 130;
    QSignalSpy spy(&desk, &Desk::settingsChanged);
    desk.changeSettings(changed);
    QCOMPARE(spy.size(), 1);
    const QString path = f.folder.filePath(QStringLiteral("settings.json"));
    QTRY_VERIFY(QFile::exists(path));
    QTRY_COMPARE(loadSettings(path).value_or({}), changed);
}

BATON_TEST(DeskTest)
#include "DeskTest.moc"
