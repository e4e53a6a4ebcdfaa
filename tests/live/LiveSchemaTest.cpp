#include "LiveFixture.h"

#include "tests/support/TestProgram.h"

#include <nlohmann/json.hpp>

#define VALIJSON_USE_EXCEPTIONS 1
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::tests;

/// resources/schema/live-systems-1.schema.json says what the reader takes.
class LiveSchemaTest : public QObject
{
    Q_OBJECT

    using Json = nlohmann::json;
    valijson::Schema m_schema;

    static QByteArray resource(const QString &path)
    {
        QFile file(QStringLiteral(BATON_SOURCE_DIR "/resources/") + path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    bool isValid(const Json &json)
    {
        valijson::adapters::NlohmannJsonAdapter adapter(json);
        return valijson::Validator().validate(m_schema, adapter, nullptr);
    }

private Q_SLOTS:
    void initTestCase()
    {
        const Json schema
            = Json::parse(resource(u"schema/live-systems-1.schema.json"_s).toStdString());
        valijson::adapters::NlohmannJsonAdapter adapter(schema);
        valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(adapter, m_schema);
    }

    void whatIsBundledAndTestedFits()
    {
        for (const QByteArray &json : {resource(u"demo/live-systems.json"_s),
                                       shopDeclaration(u"https://shop.example/api"_s)}) {
            QVERIFY(isValid(Json::parse(json.toStdString())));
            QVERIFY(live::readDeclarations(json));
        }
    }

    void bothRefuse_data()
    {
        QTest::addColumn<QString>("patch");
        const auto row
            = [](const char *name, const QString &patch) { QTest::newRow(name) << patch; };
        row("another key", u"[{'op':'add','path':'/colour','value':1}]"_s);
        row("another version", u"[{'op':'replace','path':'/live','value':'baton-live/2'}]"_s);
        row("no system", u"[{'op':'remove','path':'/systems'}]"_s);
        row("a query in the address",
            u"[{'op':'replace','path':'/systems/shop/url','value':'https://a.example/?x'}]"_s);
        row("a secret", u"[{'op':'add','path':'/systems/shop/secret','value':'x'}]"_s);
        row("a secret in no place",
            u"[{'op':'add','path':'/systems/shop/auth','value':{'header':'X-Key'}}]"_s);
        row("a secret in two places",
            u"[{'op':'add','path':'/systems/shop/auth',"
            "'value':{'header':'X-Key','environment':'A','keychain':'A'}}]"_s);
        row("a secret itself",
            u"[{'op':'add','path':'/systems/shop/auth',"
            "'value':{'header':'X-Key','keychain':'s3cret-of-mine'}}]"_s);
        row("of nobody", u"[{'op':'replace','path':'/look_ups/0/about','value':{}}]"_s);
        row("of something else",
            u"[{'op':'replace','path':'/look_ups/0/about','value':{'/id':'name'}}]"_s);
        row("no pointer",
            u"[{'op':'replace','path':'/look_ups/0/about','value':{'id':'order'}}]"_s);
        row("no key", u"[{'op':'remove','path':'/actions/0/idempotency_header'}]"_s);
        row("an action that reads",
            u"[{'op':'replace','path':'/actions/0/method','value':'GET'}]"_s);
        row("no time", u"[{'op':'replace','path':'/look_ups/0/timeout_ms','value':0}]"_s);
    }
    void bothRefuse()
    {
        QFETCH(QString, patch);
        const Json good = Json::parse(shopDeclaration(u"https://shop.example/api"_s).toStdString());
        const Json bad = good.patch(Json::parse(patch.replace(u'\'', u'"').toStdString()));
        QVERIFY(!isValid(bad));
        QVERIFY(!live::readDeclarations(QByteArray::fromStdString(bad.dump())));
    }
};

BATON_TEST(LiveSchemaTest)
#include "LiveSchemaTest.moc"
