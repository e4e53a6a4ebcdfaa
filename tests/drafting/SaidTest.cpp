#include "core/drafting/Said.h"

#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;

namespace {

Document told(const QString &id, const QStringList &texts)
{
    Document document;
    document.id = DocumentId(id);
    document.version = 1;
    document.title = id;
    for (const QString &text : texts)
        document.passages.append(
            {document.id, 1, id, u"Rule"_s, int(document.passages.size()), text});
    return document;
}

} // namespace

class SaidTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasWrittenDownIsSaid()
    {
        const QList<Document> documents{
            told(u"boxes"_s, {u"The customer may keep the box of a returned lamp."_s}),
            told(u"refunds"_s, {u"A refund takes five days."_s, u"Gift cards do not expire."_s})};
        const QStringList sentences{
            u"You may keep the box of the returned lamp."_s,
            u"A refund takes seven days."_s, // another figure
            u"Our courier comes on a donkey."_s,
            u"A refund takes five days."_s,
            {},
        };
        QCOMPARE(drafting::saidBy(documents, sentences), QList<qsizetype>({0, 3}));
        QVERIFY(drafting::saidBy({}, sentences).isEmpty());
        QVERIFY(drafting::saidBy(documents, {}).isEmpty());
    }

    void theRightPassageIsFoundAmongMany()
    {
        QList<Document> documents;
        for (int i = 0; i < 200; ++i)
            documents.append(told(u"d%1"_s.arg(i),
                                  {u"You may return article %1 within %2 days."_s.arg(i).arg(i)}));
        QCOMPARE(drafting::saidBy(documents, {u"You may return article 120 within 120 days."_s}),
                 QList<qsizetype>{0});
    }
};

BATON_TEST(SaidTest)
#include "SaidTest.moc"
