#include "core/secrets/Secrets.h"

#include "tests/support/TestProgram.h"

#include <QtCore/QMap>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::secrets;

namespace {

/// Answers when it is told to, as a keychain that has to be opened first.
class FakeKeychain final : public Keychain
{
public:
    struct State
    {
        QMap<QString, QByteArray> held;
        std::optional<Error> refuses;
        QList<std::function<void()>> waiting;
        int reads = 0;

        void answer()
        {
            for (const auto &one : std::exchange(waiting, {}))
                one();
        }
    };
    explicit FakeKeychain(State &state)
        : m_state(state)
    { }

    void read(const QString &name, Read then) override
    {
        ++m_state.reads;
        m_state.waiting += [this, name, then] {
            if (m_state.refuses)
                then(*m_state.refuses);
            else if (!m_state.held.contains(name))
                then(Error{ErrorCode::NotFound, name, {}});
            else
                then(m_state.held.value(name));
        };
    }
    void write(const QString &name, const QByteArray &secret, Done then) override
    {
        m_state.waiting += [this, name, secret, then] {
            if (m_state.refuses)
                return then(*m_state.refuses);
            m_state.held.insert(name, secret);
            then({});
        };
    }
    void remove(const QString &name, Done then) override
    {
        m_state.waiting += [this, name, then] {
            m_state.held.remove(name);
            then({});
        };
    }

private:
    State &m_state;
};

const QString variable = u"BATON_TEST_SECRET"_s;

} // namespace

class SecretsTest : public QObject
{
    Q_OBJECT

private:
    FakeKeychain::State m_state;

private Q_SLOTS:
    void init() { m_state = {}; }
    void cleanup() { qunsetenv("BATON_TEST_SECRET"); }

    void theEnvironmentGoesFirst()
    {
        Secrets secrets(std::make_unique<FakeKeychain>(m_state));
        m_state.held.insert(variable, "of the keychain");
        qputenv("BATON_TEST_SECRET", " of the environment \n");
        bool called = false;
        secrets.fetch({variable}, this, [&called] { called = true; });
        QVERIFY(called); // there was nothing to ask
        QCOMPARE(m_state.reads, 0);
        QCOMPARE(secrets.known(variable), "of the environment"_ba);
        qunsetenv("BATON_TEST_SECRET");
        QCOMPARE(secrets.known(variable), QByteArray());
    }

    void theKeychainIsAskedOnceAndCallsBackWhenAllIsThere()
    {
        Secrets secrets(std::make_unique<FakeKeychain>(m_state));
        m_state.held = {{u"ONE"_s, "1"}, {u"TWO"_s, "2\n"}};
        int called = 0;
        secrets.fetch({u"ONE"_s, u"TWO"_s, u"ONE"_s, u"THREE"_s, u"not a name"_s, QString()}, this,
                      [&called] { ++called; });
        QCOMPARE(called, 0);
        QCOMPARE(m_state.reads, 3);
        m_state.answer();
        QCOMPARE(called, 1);
        QCOMPARE(secrets.known(u"ONE"_s), "1"_ba);
        QCOMPARE(secrets.known(u"TWO"_s), "2"_ba);
        QCOMPARE(secrets.known(u"THREE"_s), QByteArray());
        secrets.fetch({u"ONE"_s, u"TWO"_s}, this, [&called] { ++called; });
        QCOMPARE(called, 2);
        QCOMPARE(m_state.reads, 3);
    }

    void whoeverAskedMayBeGone()
    {
        auto secrets = std::make_unique<Secrets>(std::make_unique<FakeKeychain>(m_state));
        m_state.held.insert(u"ONE"_s, "1");
        auto guard = std::make_unique<QObject>();
        bool called = false;
        secrets->fetch({u"ONE"_s}, guard.get(), [&called] { called = true; });
        guard.reset();
        m_state.answer();
        QVERIFY(!called);
        QCOMPARE(secrets->known(u"ONE"_s), "1"_ba);
    }

    void whatIsKeptIsKnownAndAnEmptyOneIsTakenOut()
    {
        Secrets secrets(std::make_unique<FakeKeychain>(m_state));
        std::optional<Result<void>> outcome;
        const auto then = [&outcome](const Result<void> &done) { outcome = done; };
        secrets.keep(u"ONE"_s, " s3cret\n", this, then);
        QVERIFY(secrets.known(u"ONE"_s).isEmpty()); // it may still be refused
        m_state.answer();
        QVERIFY(outcome && *outcome);
        QCOMPARE(m_state.held.value(u"ONE"_s), "s3cret"_ba);
        QCOMPARE(secrets.known(u"ONE"_s), "s3cret"_ba);
        secrets.keep(u"ONE"_s, "  ", this, then);
        m_state.answer();
        QVERIFY(m_state.held.isEmpty());
        QVERIFY(secrets.known(u"ONE"_s).isEmpty());
    }

    void whatIsRefusedIsSaidAndNotKnown()
    {
        Secrets secrets(std::make_unique<FakeKeychain>(m_state));
        m_state.refuses = Error{ErrorCode::Refused, u"ONE"_s, u"locked"_s};
        std::optional<Result<void>> outcome;
        const auto then = [&outcome](const Result<void> &done) { outcome = done; };
        secrets.keep(u"ONE"_s, "s3cret", this, then);
        m_state.answer();
        QVERIFY(outcome && !*outcome);
        QCOMPARE(outcome->error().code, ErrorCode::Refused);
        QVERIFY(secrets.known(u"ONE"_s).isEmpty());
        outcome.reset();
        secrets.keep(u"no name"_s, "s3cret", this, then);
        QCOMPARE(outcome->error().code, ErrorCode::InvalidArgument);
        Secrets none(nullptr);
        none.keep(u"ONE"_s, "s3cret", this, then);
        QCOMPARE(outcome->error().code, ErrorCode::Offline);
        // The message of an error never holds the secret.
        QVERIFY(!outcome->error().detail.contains("s3cret"_L1));
    }

    void namesAreThoseOfVariables()
    {
        QVERIFY(Secrets::isName(u"MODEL_KEY_2"_s));
        for (const QString &bad :
             {QString(), u"model"_s, u"A B"_s, u"A=B"_s, u"Ä"_s, QString(101, u'A')})
            QVERIFY2(!Secrets::isName(bad), qPrintable(bad));
    }
};

BATON_TEST(SecretsTest)
#include "SecretsTest.moc"
