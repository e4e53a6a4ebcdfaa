#include "core/desk/KnowledgeBoard.h"

#include "tests/support/DeskFixture.h"
#include "tests/support/FakeClock.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QFile>

using namespace Qt::StringLiterals;
using namespace baton;

namespace {

QString article(const QString &id, int version, const QString &title, const QString &more = {})
{
    return u"---\nid: %1\nversion: %2\ntitle: %3\n%4---\n\n## Times\nA refund takes three days.\n"_s
        .arg(id, QString::number(version), title, more);
}

} // namespace

class KnowledgeBoardTest : public QObject
{
    Q_OBJECT

private:
    test::DeskFixture m_fixture;
    std::unique_ptr<KnowledgeBoard> m_board;

    KnowledgeAdded write(const QString &text)
    {
        QSignalSpy added(m_board.get(), &KnowledgeBoard::added);
        m_board->write(text);
        return test::first<KnowledgeAdded>(added);
    }
    KnowledgeSnapshot look()
    {
        QSignalSpy changed(m_board.get(), &KnowledgeBoard::changed);
        m_board->refresh();
        return test::first<KnowledgeSnapshot>(changed);
    }
    void cite(const QString &document, int version, CitationKind kind,
              const QString &conversation = u"c1"_s)
    {
        const Citation one{ConversationId(conversation),
                           {DocumentId(document), version, u"Times"_s},
                           kind,
                           u"when do I get my money"_s,
                           u"refund_status"_s,
                           kind == CitationKind::Disputed ? u"outdated"_s : QString(),
                           m_fixture.ines.person(),
                           {1}};
        QVERIFY(m_fixture.store->addCitations({one}).result());
    }
    void keep(const QString &conversation, const QString &sentence)
    {
        QVERIFY(m_fixture.store
                    ->addFeedback({ConversationId(conversation),
                                   FeedbackKind::Sentence,
                                   sentence,
                                   {},
                                   u"Agreed with Priya"_s,
                                   m_fixture.ines.person(),
                                   {5}})
                    .result());
    }

private Q_SLOTS:
    void init()
    {
        m_board.reset();
        m_fixture.store.reset();
        QVERIFY(QDir(m_fixture.folder.path()).removeRecursively());
        QVERIFY(QDir().mkpath(m_fixture.folder.path()));
        m_fixture.reopenStore();
        m_board = std::make_unique<KnowledgeBoard>(*m_fixture.store, m_fixture.clock);
    }

    void documentsStandByTitleWithWhatAgentsMadeOfThem()
    {
        QCOMPARE(write(article(u"b"_s, 1, u"Refund times"_s)).added, 1);
        QCOMPARE(write(article(u"a"_s, 3, u"Zebra"_s, u"review: 2020-01-01\n"_s)).added, 1);
        cite(u"b"_s, 1, CitationKind::Cited);
        cite(u"b"_s, 1, CitationKind::Cited); // the same answer, another passage
        cite(u"b"_s, 1, CitationKind::Cited, u"c2"_s);
        cite(u"b"_s, 1, CitationKind::Disputed);
        // What writing brought about may be told first.
        QTRY_COMPARE(look().documents.value(0).cited, 2);
        const KnowledgeSnapshot seen = look();
        QCOMPARE(seen.documents.size(), 2);
        const KnowledgeEntry &refunds = seen.documents.first();
        QCOMPARE(refunds.document.title, u"Refund times"_s);
        QCOMPARE(refunds.cited, 2);
        QCOMPARE(refunds.disputed, 1);
        QCOMPARE(refunds.passages, 1);
        QVERIFY(!refunds.reviewDue);
        QVERIFY(seen.documents.last().reviewDue);
    }

    void aNewVersionHasHeardWhatWasDisputed()
    {
        write(article(u"b"_s, 1, u"Refund times"_s));
        cite(u"b"_s, 1, CitationKind::Cited);
        cite(u"b"_s, 1, CitationKind::Disputed);
        look();
        QCOMPARE(write(article(u"b"_s, 2, u"Refund times"_s)).updated, 1);
        const KnowledgeSnapshot seen = look();
        QCOMPARE(seen.documents.first().document.version, 2);
        QCOMPARE(seen.documents.first().cited, 1);
        QCOMPARE(seen.documents.first().disputed, 0);
    }

    void aVersionThatIsThereIsNotOverwritten()
    {
        write(article(u"b"_s, 2, u"Refund times"_s));
        look();
        for (const int version : {1, 2}) {
            const KnowledgeAdded refused = write(article(u"b"_s, version, u"Something else"_s));
            QCOMPARE(refused.refused.size(), 1);
            QCOMPARE(refused.refused.first().code, ErrorCode::Conflict);
            QVERIFY(refused.refused.first().detail.contains(u"version: 3"_s));
            QVERIFY(refused.written.isEmpty());
        }
        QCOMPARE(look().documents.first().document.title, u"Refund times"_s);
    }

    void aTextThatIsNoDocumentIsRefusedByLine()
    {
        QSignalSpy documents(m_board.get(), &KnowledgeBoard::documentsChanged);
        const KnowledgeAdded refused = write(u"---\nid: x\nversion: none\n---\nWords.\n"_s);
        QCOMPARE(refused.refused.size(), 1);
        QCOMPARE(refused.refused.first().subject, u"article.md:3"_s);
        QCOMPARE(documents.count(), 0);
        QVERIFY(look().documents.isEmpty());
    }

    void filesAreAddedAndEachBadOneCostsOnlyItself()
    {
        const auto file = [this](const QString &name, const QByteArray &bytes) {
            QFile out(m_fixture.folder.filePath(name));
            return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size()
                ? out.fileName()
                : QString();
        };
        const QString good = file(u"good.md"_s, article(u"g"_s, 1, u"Good"_s).toUtf8());
        const QString bad = file(u"bad.md"_s, "\xff\xfe\n");
        const QString gone = m_fixture.folder.filePath(u"gone.md"_s);
        QSignalSpy documents(m_board.get(), &KnowledgeBoard::documentsChanged);
        QSignalSpy added(m_board.get(), &KnowledgeBoard::added);
        m_board->add({bad, gone, good});
        const auto what = test::first<KnowledgeAdded>(added);
        QCOMPARE(what.added, 1);
        QCOMPARE(what.refused.size(), 2);
        QCOMPARE(what.refused.first().subject, bad + u":1"_s);
        QCOMPARE(what.refused.last().subject, gone);
        QCOMPARE(documents.count(), 1);
        QCOMPARE(look().documents.first().document.title, u"Good"_s);
    }

    void everyDocumentOfAFileIsAddedAndAChangedOneIsTheNextVersion()
    {
        const QString lines = m_fixture.folder.filePath(u"lines.jsonl"_s);
        const auto write = [&lines](const QByteArray &bytes) {
            QFile out(lines);
            return out.open(QIODevice::WriteOnly) && out.write(bytes) == bytes.size();
        };
        const auto add = [&] {
            QSignalSpy added(m_board.get(), &KnowledgeBoard::added);
            m_board->add({lines});
            return test::first<KnowledgeAdded>(added);
        };
        const QByteArray second = "{\"id\":\"two\",\"title\":\"Two\",\"text\":\"Two.\"}\n";
        QVERIFY(write("{\"id\":\"one\",\"title\":\"One\",\"text\":\"One.\"}\n" + second));
        QCOMPARE(add().added, 2);
        QCOMPARE(add().unchanged, 2);
        QVERIFY(write("{\"id\":\"one\",\"title\":\"One\",\"text\":\"Once.\"}\n" + second));
        const KnowledgeAdded again = add();
        QCOMPARE(again.updated, 1);
        QCOMPARE(again.unchanged, 1);
        QCOMPARE(look().documents.first().document.version, 2);
    }

    void anArticleComesWithItsPassagesAndTheirUses()
    {
        write(article(u"b"_s, 1, u"Refund times"_s));
        cite(u"b"_s, 1, CitationKind::Cited);
        cite(u"b"_s, 1, CitationKind::Disputed);
        look();
        QSignalSpy read(m_board.get(), &KnowledgeBoard::articleRead);
        m_board->read(DocumentId(u"b"_s));
        const auto one = test::first<KnowledgeArticle>(read);
        QCOMPARE(one.passages.size(), 1);
        QCOMPARE(one.passages.first().text, u"A refund takes three days."_s);
        QCOMPARE(one.uses.size(), 2);
        QCOMPARE(one.uses.first().kind, CitationKind::Disputed);
        QCOMPARE(one.uses.first().why, u"outdated"_s);

        QSignalSpy failed(m_board.get(), &KnowledgeBoard::failed);
        m_board->read(DocumentId(u"nowhere"_s));
        QCOMPARE(test::first<Error>(failed).code, ErrorCode::NotFound);
    }

    void whatIsRetiredSaysSoAndCanBeReadStill()
    {
        write(article(u"b"_s, 1, u"Refund times"_s));
        look();
        QSignalSpy changed(m_board.get(), &KnowledgeBoard::changed);
        m_board->retire(DocumentId(u"b"_s));
        QVERIFY(test::first<KnowledgeSnapshot>(changed).documents.first().retired);
        QVERIFY(m_fixture.store->currentDocuments().result()->isEmpty());
        QSignalSpy read(m_board.get(), &KnowledgeBoard::articleRead);
        m_board->read(DocumentId(u"b"_s));
        QVERIFY(test::first<KnowledgeArticle>(read).entry.retired);
    }

    void gapsStandByIntentTheNewestFirst()
    {
        m_fixture.arrive({m_fixture.conversation(u"c1"_s, u"Hello"_s),
                          m_fixture.conversation(u"c2"_s, u"Hello"_s)});
        keep(u"c2"_s, u"Nobody knows."_s);
        keep(u"c1"_s, u"You may keep the box."_s);
        keep(u"c1"_s, u"The box is ours."_s);
        QVERIFY(m_fixture.store
                    ->addFeedback({ConversationId(u"c1"_s),
                                   FeedbackKind::Intent,
                                   {},
                                   u"return_request"_s,
                                   {},
                                   m_fixture.ines.person(),
                                   {6}})
                    .result());
        m_board->setIntents({{u"return_request"_s, u"Send something back"_s}});
        const QList<GapGroup> gaps = look().gaps;
        QCOMPARE(gaps.size(), 2);
        QCOMPARE(gaps.first().title, u"Send something back"_s);
        QCOMPARE(gaps.first().gaps.size(), 2);
        QCOMPARE(gaps.first().gaps.first().feedback.was, u"The box is ours."_s);
        QCOMPARE(gaps.first().gaps.first().feedback.why, u"Agreed with Priya"_s);
        QVERIFY(gaps.last().intent.isEmpty());
    }

    void anArticleIsEditedIntoItsNextVersion()
    {
        const auto edit = [this](const QString &id) {
            look();
            QSignalSpy editable(m_board.get(), &KnowledgeBoard::editable);
            m_board->edit(DocumentId(id));
            [&] { QTRY_COMPARE(editable.count(), 1); }();
            return editable.first().at(1).toString();
        };
        write(u"---\nid: b\nversion: 4\nowner: Priya\n---\n# Refunds\n\n- in *three* days\n"_s);
        const QString text = edit(u"b"_s);
        QVERIFY2(text.startsWith(u"---\nid: b\ntitle: Refunds\nversion: 5\n"_s), qPrintable(text));
        QVERIFY(text.contains(u"owner: Priya\n"_s));
        QVERIFY(text.endsWith(u"# Refunds\n\n- in *three* days\n"_s));
        QCOMPARE(write(QString(text).replace(u"three"_s, u"five"_s)).updated, 1);
        QVERIFY(edit(u"b"_s).contains(u"version: 6\n"_s));
        QVERIFY(edit(u"b"_s).contains(u"*five*"_s));

        // What came as another kind of file is written out.
        QFile page(m_fixture.folder.filePath(u"page.html"_s));
        QVERIFY(page.open(QIODevice::WriteOnly));
        page.write("<h1>Page</h1><h2>One</h2><p>First.</p>");
        page.close();
        QSignalSpy added(m_board.get(), &KnowledgeBoard::added);
        m_board->add({page.fileName()});
        QCOMPARE(test::first<KnowledgeAdded>(added).added, 1);
        QVERIFY(edit(u"page"_s).endsWith(u"---\n\n## One\n\nFirst.\n"_s));
    }

    void aGapThatTheKnowledgeHasComeToSayIsNoneAnyMore()
    {
        keep(u"c1"_s, u"You may keep the box of the returned lamp."_s);
        keep(u"c2"_s, u"Our courier comes on a donkey."_s);
        const auto sentences = [this] {
            QStringList all;
            for (const GapGroup &group : m_board->snapshot().gaps)
                for (const Gap &gap : group.gaps)
                    all.append(gap.feedback.was);
            return all;
        };
        look();
        QCOMPARE(sentences().size(), 2);
        QCOMPARE(write(u"---\nid: box\n---\n## Boxes\nThe customer may keep the box of a returned "
                       "lamp.\n"_s)
                     .added,
                 1);
        QTRY_COMPARE(sentences(), QStringList{u"Our courier comes on a donkey."_s});
        QSignalSpy changed(m_board.get(), &KnowledgeBoard::changed);
        m_board->retire(DocumentId(u"box"_s));
        QTRY_COMPARE(sentences().size(), 2);
    }

    void whatHasToBeCheckedIsFoundInTheBackground()
    {
        const auto rule = [](const QString &id, const QString &days) {
            return u"---\nid: %1\n%2---\n## Time\nA refund to the card takes %3 working days after "
                   "the parcel has reached our warehouse.\n"_s.arg(
                       id, id == u"one"_s ? u"review: 2020-01-01\n"_s : QString(), days);
        };
        write(rule(u"one"_s, u"five"_s));
        write(rule(u"two"_s, u"seven"_s));
        const KnowledgeCheck &check = m_board->snapshot().check;
        QTRY_COMPARE(check.contradictions.size(), 1);
        QCOMPARE(check.contradictions.first().second.place.document, DocumentId(u"two"_s));
        QCOMPARE(check.overdue.size(), 1);
        m_board->retire(DocumentId(u"one"_s));
        QTRY_VERIFY(check.contradictions.isEmpty());
        QVERIFY(check.overdue.isEmpty());
    }

    void documentsThatContradictEachOtherAreTold()
    {
        const auto label = [](const QString &id, const QString &days) {
            return u"---\nid: %1\nreview: 1970-01-01\n---\n%2 return label is valid for %3 days.\n"_s
                .arg(id, id == u"KB-1"_s ? u"A"_s : u"The"_s, days);
        };
        write(label(u"KB-1"_s, u"14"_s));
        write(label(u"KB-2"_s, u"30"_s));
        const KnowledgeCheck &check = m_board->snapshot().check;
        QTRY_COMPARE(check.contradictions.size(), 1);
        QCOMPARE(check.contradictions.first().second.figure, u"30 days"_s);
        QCOMPARE(check.overdue.size(), 2);
    }

    void aGapIsWrittenDownAsADocumentOfItsIntent()
    {
        m_board->setIntents({{u"return_request"_s, u"Send something back"_s}});
        Gap gap;
        gap.feedback.was = u"You may keep the box."_s;
        gap.intent = u"return_request"_s;
        const QString text = m_board->beginningOf(gap);
        const KnowledgeAdded added = write(text);
        QCOMPARE(added.refused.size(), 0);
        QCOMPARE(added.written, DocumentId(u"return-request"_s));
        const Document document = look().documents.first().document;
        QCOMPARE(document.title, u"Send something back"_s);
        QCOMPARE(document.intents, QList<QString>{u"return_request"_s});
        QVERIFY(m_board->beginningOf(gap).contains(u"id: return-request-2\n"_s));
    }
};

BATON_TEST(KnowledgeBoardTest)
#include "KnowledgeBoardTest.moc"
