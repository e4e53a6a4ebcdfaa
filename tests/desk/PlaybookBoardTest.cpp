#include "core/desk/PlaybookBoard.h"

#include "core/desk/ReplyDrafter.h"
#include "tests/support/PlaybookFixture.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;

namespace {

const PlaybookEntry *entryFor(const PlaybookBoard &board, const QString &intent)
{
    for (const PlaybookEntry &entry : board.entries()) {
        if (entry.intent == intent)
            return &entry;
    }
    return nullptr;
}

/// What the board says once it has an answer of this kind.
template <class Fits>
PlaybookLook lookThat(PlaybookFixture &f, const std::function<void()> &act, Fits fits)
{
    QSignalSpy looked(&f.board(), &PlaybookBoard::looked);
    act();
    const auto there
        = [&] { return !looked.isEmpty() && fits(looked.last().first().value<PlaybookLook>()); };
    if (!QTest::qWaitFor(there, 20000))
        return {};
    return looked.last().first().value<PlaybookLook>();
}

bool hasPreview(const PlaybookLook &look)
{
    return look.preview.has_value();
}

bool hasFault(const PlaybookLook &look)
{
    return look.fault.has_value();
}

} // namespace

/// A lead writes what drafts are written from, and sees it in real conversations before.
class PlaybookBoardTest : public QObject
{
    Q_OBJECT

private:
    static PlaybookText openOne(PlaybookFixture &f, const QString &intent)
    {
        QSignalSpy opened(&f.board(), &PlaybookBoard::opened);
        f.board().open(intent);
        return first<PlaybookText>(opened);
    }
    static bool saveOne(PlaybookFixture &f, const QString &text)
    {
        QSignalSpy saved(&f.board(), &PlaybookBoard::saved);
        QSignalSpy told(&f.board(), &PlaybookBoard::playbooksChanged);
        f.board().save(text);
        return (!saved.isEmpty() || saved.wait()) && told.count() == 1;
    }

private Q_SLOTS:
    void everyIntentIsListedWithWhatItHas()
    {
        PlaybookFixture f;
        QSignalSpy changed(&f.board(), &PlaybookBoard::changed);
        f.board().refresh();
        QVERIFY(changed.wait());
        const PlaybookEntry *parcel = entryFor(f.board(), u"parcel"_s);
        QVERIFY(parcel);
        QCOMPARE(parcel->title, u"The parcel"_s);
        QCOMPARE(parcel->origin, PlaybookOrigin::None);
        const PlaybookEntry *bundled = entryFor(f.board(), u"refund_missing"_s);
        QVERIFY(bundled);
        QCOMPARE(bundled->origin, PlaybookOrigin::Offered); // a team's drafts rest on its own
        QCOMPARE(bundled->languages, QStringList({u"de"_s, u"en"_s, u"es"_s}));
        QVERIFY(bundled->sentences > 5);
        QVERIFY(f.board().entries().last().title.isEmpty()); // none of these
        f.board().useBundled(true);
        f.board().refresh();
        QVERIFY(changed.wait());
        QCOMPARE(entryFor(f.board(), u"refund_missing"_s)->origin, PlaybookOrigin::Bundled);
    }

    void aBundledOneIsReadALanguageALine()
    {
        PlaybookFixture f;
        const PlaybookText text = openOne(f, u"refund_missing"_s);
        QVERIFY(text.mayEdit);
        QVERIFY(text.text.contains(u"\n       \"de\": "_s));
        const auto read = drafting::readPlaybook(text.text.toUtf8(), u"x"_s);
        QVERIFY(read);
        QCOMPARE(*read, drafting::readPlaybooks(u":/playbooks"_s)->value(u"refund_missing"_s));
    }

    void whatItWritesIsShownInRealConversations()
    {
        PlaybookFixture f;
        const auto look = lookThat(
            f,
            [&] {
                openOne(f, u"parcel"_s);
                f.board().look(PlaybookFixture::book(u"parcel"_s, u"Hello {customer.first}."_s));
            },
            [](const PlaybookLook &one) {
                return one.preview && one.preview->draft.text == u"Hello Customer."_s;
            });
        QVERIFY(look.preview);
        QCOMPARE(look.preview->count, 2);
        QCOMPARE(look.preview->index, 0);
        const ConversationId firstOne = look.preview->conversation.id;
        const auto other = lookThat(
            f, [&] { f.board().next(); },
            [&](const PlaybookLook &one) {
                return one.preview && one.preview->conversation.id != firstOne;
            });
        QVERIFY(other.preview);
        QCOMPARE(other.preview->index, 1);
        const auto again = lookThat(
            f, [&] { f.board().next(); },
            [&](const PlaybookLook &one) {
                return one.preview && one.preview->conversation.id == firstOne;
            });
        QVERIFY(again.preview);
    }

    void whatIsTypedChangesThePreviewAndTheNewestCounts()
    {
        PlaybookFixture f;
        lookThat(
            f, [&] { openOne(f, u"parcel"_s); }, hasPreview);
        const auto look = lookThat(
            f,
            [&] {
                for (int i = 0; i < 40; ++i)
                    f.board().look(PlaybookFixture::book(u"parcel"_s, u"Text %1."_s.arg(i)));
            },
            [](const PlaybookLook &one) {
                return one.preview && one.preview->draft.text == u"Text 39."_s;
            });
        QVERIFY(look.preview);
    }

    /// A claim that nothing supports is marked as the composer marks it.
    void theCheckLooksAtIt()
    {
        PlaybookFixture f;
        const auto look = lookThat(
            f,
            [&] {
                openOne(f, u"parcel"_s);
                f.board().look(
                    PlaybookFixture::book(u"parcel"_s, u"We pay you €25 for it tomorrow."_s)
                        .replace(u"acknowledge"_s, u"answer"_s));
            },
            [](const PlaybookLook &one) {
                return one.preview && one.preview->draft.text.contains(u"€25"_s);
            });
        QVERIFY(look.preview);
        QVERIFY(!look.preview->draft.sentences.first().supported());
        QVERIFY(look.preview->draft.sentences.first().blocks);
    }

    void aSentenceWhosePassageIsMissingIsCounted()
    {
        PlaybookFixture f;
        const auto look = lookThat(
            f,
            [&] {
                openOne(f, u"parcel"_s);
                f.board().look(PlaybookFixture::book(u"parcel"_s, u"It takes a day."_s)
                                   .replace(u"\"acknowledge\""_s,
                                            u"\"answer\", \"cites\": [\"KB-1#Times\"]"_s));
            },
            [](const PlaybookLook &one) { return one.preview && one.preview->leftOut == 1; });
        QVERIFY(look.preview);
        QVERIFY(look.preview->draft.text.isEmpty());
    }

    void whatIsWrongIsNamedWithItsLine_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("with");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("says");
        QTest::newRow("no JSON") << u",\n \"intent\""_s << u"\n \"intent\""_s << 2
                                 << u"unexpected string literal"_s;
        QTest::newRow("no such part")
            << u"acknowledge"_s << u"greet"_s << 4 << u"/sentences/0/part: expected one of"_s;
        QTest::newRow("no such slot")
            << u"Hello"_s << u"Hello {order.colour}"_s << 5 << u"no such slot: order.colour"_s;
        QTest::newRow("another intent")
            << u"\"parcel\""_s << u"\"lamp\""_s << 2 << u"/intent: expected parcel"_s;
        QTest::newRow("unknown key") << u"\"part\""_s << u"\"tone\": 1,\n   \"part\""_s << 4
                                     << u"/sentences/0/tone: unknown key"_s;
    }

    void whatIsWrongIsNamedWithItsLine()
    {
        QFETCH(QString, what);
        QFETCH(QString, with);
        QFETCH(int, line);
        QFETCH(QString, says);
        PlaybookFixture f;
        const QString text = PlaybookFixture::book(u"parcel"_s, u"Hello"_s).replace(what, with);
        const auto look = lookThat(
            f,
            [&] {
                openOne(f, u"parcel"_s);
                f.board().look(text);
            },
            hasFault);
        QVERIFY(look.fault);
        QCOMPARE(look.fault->line, line);
        QVERIFY2(look.fault->what.contains(says), qPrintable(look.fault->what));
        // And it is not kept.
        QSignalSpy failed(&f.board(), &PlaybookBoard::failed);
        f.board().save(text);
        QVERIFY(failed.wait());
        const auto error = failed.first().first().value<Error>();
        QCOMPARE(error.code, ErrorCode::InvalidInput);
        QVERIFY(error.subject.endsWith(u"parcel.json:%1"_s.arg(line)));
        QVERIFY(!QFileInfo::exists(f.ownFile(u"parcel"_s)));
    }

    void whatIsSavedWinsAndIsTakenBackWhole()
    {
        PlaybookFixture f;
        openOne(f, u"refund_missing"_s);
        const QString own = PlaybookFixture::book(u"refund_missing"_s, u"Our own words."_s);
        QVERIFY(saveOne(f, own));
        QCOMPARE(entryFor(f.board(), u"refund_missing"_s)->origin, PlaybookOrigin::Own);
        QCOMPARE(entryFor(f.board(), u"refund_missing"_s)->languages, QStringList{u"en"_s});
        auto read = drafting::readPlaybookFolder(PlaybookBoard::folderIn(f.folder.path()));
        QVERIFY(read.wrong.isEmpty());
        QCOMPARE(read.books.value(u"refund_missing"_s).sentences.first().text.value(u"en"_s),
                 u"Our own words."_s);
        QCOMPARE(openOne(f, u"refund_missing"_s).text, own);

        // The next one keeps the one before.
        QVERIFY(saveOne(f, PlaybookFixture::book(u"refund_missing"_s, u"Better words."_s)));
        const QDir earlier(PlaybookBoard::folderIn(f.folder.path()) + u"/earlier"_s);
        QCOMPARE(earlier.entryList({u"refund_missing.*.json"_s}).size(), 1);
        QFile before(earlier.filePath(earlier.entryList({u"refund_missing.*"_s}).first()));
        QVERIFY(before.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(before.readAll()), own);

        QSignalSpy opened(&f.board(), &PlaybookBoard::opened);
        f.board().giveUpOwn();
        const auto back = first<PlaybookText>(opened);
        QCOMPARE(back.entry.origin, PlaybookOrigin::Offered);
        QVERIFY(!back.text.contains(u"Better words."_s));
        QVERIFY(!QFileInfo::exists(f.ownFile(u"refund_missing"_s)));
        QCOMPARE(earlier.entryList({u"refund_missing.*.json"_s}).size(), 2);
        const auto report = f.store->verifyAudit().result();
        QVERIFY(report);
        QVERIFY(report->entries >= 3); // each of the three is on record
    }

    void aBrokenFileOfTheTeamsIsNamedAndCanBeMended()
    {
        PlaybookFixture f;
        QVERIFY(QDir().mkpath(PlaybookBoard::folderIn(f.folder.path())));
        QFile file(f.ownFile(u"parcel"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\n\"playbook\": oops}\n");
        file.close();
        QSignalSpy changed(&f.board(), &PlaybookBoard::changed);
        f.board().refresh();
        QVERIFY(changed.wait());
        QVERIFY(entryFor(f.board(), u"parcel"_s)->broken);
        PlaybookText text;
        const auto look = lookThat(
            f, [&] { text = openOne(f, u"parcel"_s); }, hasFault);
        QVERIFY(text.text.contains(u"oops"_s));
        QVERIFY(look.fault);
        QCOMPARE(look.fault->line, 2);
        QVERIFY(saveOne(f, PlaybookFixture::book(u"parcel"_s, u"Mended."_s)));
        QVERIFY(!entryFor(f.board(), u"parcel"_s)->broken);
    }

    void whoIsNoLeadReadsAndCannotSave()
    {
        PlaybookFixture f(Role::Agent);
        QVERIFY(!openOne(f, u"parcel"_s).mayEdit);
        QSignalSpy failed(&f.board(), &PlaybookBoard::failed);
        f.board().save(PlaybookFixture::book(u"parcel"_s, u"Mine."_s));
        QCOMPARE(failed.count(), 1);
        QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::Refused);
        f.board().giveUpOwn();
        QCOMPARE(failed.count(), 2);
        QVERIFY(!QFileInfo::exists(f.ownFile(u"parcel"_s)));
    }
};

BATON_TEST(PlaybookBoardTest)
#include "PlaybookBoardTest.moc"
