#include "core/desk/ModelBoard.h"
#include "core/desk/ModelWriter.h"
#include "core/desk/ReplyDrafter.h"
#include "tests/support/TestProgram.h"

#include <QtCore/QDir>
#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>

using namespace Qt::StringLiterals;
using namespace baton;

/// Against a real engine and a real, small model, which invents confidently. Runs where node and
/// node-llama-cpp are: NODE_LLAMA_DIR names the folder that holds its node_modules.
class ModelInteropTest : public QObject
{
    Q_OBJECT

private:
    QProcess m_server;
    QString m_address;
    int m_marked = 0; ///< inventions that were found

    static Conversation asking(const QString &text)
    {
        Conversation c;
        c.id = ConversationId(u"c-1"_s);
        c.createdAt = {1763474000000};
        c.customer.name = u"Maren Halvorsen"_s;
        Message m;
        m.id = MessageId(u"m1"_s);
        m.at = c.createdAt;
        m.text = text;
        c.messages = {m};
        return c;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString node = QStandardPaths::findExecutable(u"node"_s);
        const QString modules = qEnvironmentVariable(
            "NODE_LLAMA_DIR", QStringLiteral(BATON_SOURCE_DIR "/build/interop"));
        const QString model = QStringLiteral(BATON_SHARED_DATA "/../models/support-2m-q8_0.gguf");
        if (node.isEmpty())
            QSKIP("skipped: no node");
        if (!QDir(modules + u"/node_modules/node-llama-cpp"_s).exists())
            QSKIP("skipped: no node-llama-cpp; packaging/run-interop fetches it");
        if (!QFile::exists(model))
            QSKIP("skipped: no model");
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"NODE_LLAMA_DIR"_s, modules);
        m_server.setProcessEnvironment(environment);
        m_server.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_server.start(node,
                       {QStringLiteral(BATON_SOURCE_DIR "/tests/interop/openai-server.mjs"),
                        QDir::cleanPath(model)});
        QByteArray said;
        QVERIFY(QTest::qWaitFor(
            [&] {
                said += m_server.readAllStandardOutput();
                return said.contains("listening on ") && said.endsWith('\n');
            },
            60'000));
        m_address = u"http://127.0.0.1:"_s
            + QString::fromLatin1(said.mid(said.indexOf("listening on ") + 13).trimmed());
    }
    void cleanupTestCase()
    {
        m_server.kill();
        m_server.waitForFinished();
    }

    void theConnectionIsTriedOut()
    {
        ModelBoard board;
        board.tryOut({m_address, {}, {}});
        QVERIFY(QTest::qWaitFor([&] { return board.trial().step == TrialStep::Done; }, 60'000));
        QCOMPARE(board.trial().trouble, ModelTrouble::None);
        QCOMPARE(board.trial().names, QStringList{u"support-2m-q8_0.gguf"_s});
        QVERIFY(!board.trial().said.isEmpty());
    }

    /// Whatever it claims has to be found unsupported: nothing is on file. Asked as Baton asks, and
    /// in the words that the model was trained on, in which it invents more freely.
    void whatItInventsIsMarked_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<bool>("plainly");
        const QList<std::pair<const char *, QString>> all{
            {"a return", u"I want to return the headphones I bought and get a refund."_s},
            {"a parcel", u"Hi, my package never arrived, where is my order?"_s},
            {"a charge", u"Someone used my credit card, I do not know this charge."_s},
            {"an exchange", u"Exchange my jacket for a larger one and tell me the price."_s},
            {"a refund", u"Yes, please proceed with the refund to my PayPal account."_s}};
        for (const auto &[name, asked] : all) {
            QTest::addRow("%s", name) << asked << false;
            QTest::addRow("%s, plainly", name) << asked << true;
        }
    }
    void whatItInventsIsMarked()
    {
        QFETCH(QString, asked);
        QFETCH(bool, plainly);
        SystemClock clock;
        ModelWriter writer(clock);
        writer.setSource({m_address, {}, {}});
        QList<ModelText> told;
        connect(&writer, &ModelWriter::changed, this, [&](const ModelText &text) { told += text; });
        const Conversation conversation = asking(asked);
        const ReplyDrafter drafter({}, {}, policy::bundledPolicy());
        const Person ines{u"ines"_s, u"Ines Okafor"_s};
        const Instant now = conversation.createdAt + hourMs;
        writer.write({conversation.id, ModelTask::Reply, {}, [&](drafting::Masks &masks) {
                          masks.learn(conversation, ines);
                          drafting::Prompt prompt = drafting::replyPrompt(
                              drafter.grounds(conversation, {}, ines, now), {}, u"en"_s, masks);
                          if (plainly)
                              prompt = {{}, masks.mask(asked), {}, 0};
                          prompt.mostTokens = 160;
                          return prompt;
                      }});
        QVERIFY(
            QTest::qWaitFor([&] { return !told.isEmpty() && isOver(told.last().state); }, 60'000));
        const ModelText text = told.last();
        qInfo("%d: %s", int(text.state), qPrintable(text.text));
        // So small a model does not always find its way through a schema; then it is told so.
        if (!plainly && text.state == ModelState::Failed) {
            QCOMPARE(text.trouble, ModelTrouble::NoAnswer);
            return;
        }
        QVERIFY(text.state == ModelState::Complete || text.state == ModelState::Truncated);
        QVERIFY(!text.text.isEmpty());
        const Draft draft = drafter.check(text.text, conversation, {}, ines, now);
        for (const DraftSentence &sentence : draft.sentences) {
            const bool invented = sentence.kind == SentenceKind::Action
                || sentence.text.contains(QRegularExpression(u"[#$]\\w|\\d{3}"_s));
            QVERIFY2(!invented || !sentence.supported(), qPrintable(sentence.text));
            m_marked += invented ? 1 : 0;
        }
    }
    void itDidInvent() { QVERIFY(m_marked > 0); }
};

BATON_TEST(ModelInteropTest)
#include "ModelInteropTest.moc"
