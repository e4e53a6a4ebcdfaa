#include "core/drafting/Prompt.h"

#include "core/drafting/Masks.h"
#include "tests/support/TestProgram.h"

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::drafting;

namespace {

QString askedFor(const Conversation &conversation, const QList<Passage> &passages = {})
{
    Grounds grounds;
    grounds.conversation = conversation;
    grounds.passages = passages;
    Masks masks;
    masks.learn(conversation, {});
    return replyPrompt(grounds, u"a parcel"_s, u"en"_s, masks).user;
}

Conversation saying(const QString &text)
{
    Conversation conversation;
    conversation.customer.name = u"Maren Halvorsen"_s;
    Message message;
    message.id = MessageId(u"m1"_s);
    message.text = text;
    conversation.messages = {message};
    return conversation;
}

} // namespace

class PromptTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What is cut in half is no name that a mask would know.
    void whatIsLongIsMaskedBeforeItIsCut()
    {
        for (int before = 1'980; before <= 2'000; ++before) {
            const QString filled = u"so "_s.repeated(before / 3) + QString(before % 3, u'-');
            const QString sent = askedFor(saying(filled + u"Halvorsen, order LF-204117 it is"_s));
            QVERIFY2(!sent.contains("alvo"_L1), qPrintable(sent.right(80)));
            QVERIFY2(!sent.contains("LF-2"_L1), qPrintable(sent.right(80)));
        }
    }

    void messagesHaveTheirRoomWhateverElseThereIs()
    {
        Conversation conversation = saying(u"Where is my parcel?"_s);
        Step step;
        step.what = u"A long step. "_s.repeated(200);
        conversation.stepsTried = QList<Step>(8, step);
        Passage passage;
        passage.document = DocumentId(u"KB-1"_s);
        passage.text = u"A long passage. "_s.repeated(200);
        const QList<Passage> passages(6, passage);
        const QString sent = askedFor(conversation, passages);
        QVERIFY(sent.contains("Where is my parcel?"_L1));
        QVERIFY2(sent.size() < 18'000, qPrintable(QString::number(sent.size())));
    }
};

BATON_TEST(PromptTest)
#include "PromptTest.moc"
