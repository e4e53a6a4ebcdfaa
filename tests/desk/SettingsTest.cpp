#include "core/desk/Settings.h"
#include "tests/support/TestProgram.h"

#include <QtTest/QtTest>

using namespace baton;
using namespace Qt::StringLiterals;

class SettingsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMissingFileGivesTheDefaults();
    void whatIsSavedIsRead();
    void keysOfANewerBatonAreKept();
    void aWrongValueIsNamed_data();
    void aWrongValueIsNamed();
    void aDamagedFileIsNotWrittenOver();

private:
    QTemporaryDir m_folder;
    QString path() const { return m_folder.filePath(u"settings.json"_s); }
    void put(const QByteArray &json) const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(json) == json.size());
    }
};

void SettingsTest::aMissingFileGivesTheDefaults()
{
    const auto settings = loadSettings(m_folder.filePath(u"none.json"_s));
    QVERIFY(settings);
    QCOMPARE(*settings, Settings());
}

void SettingsTest::whatIsSavedIsRead()
{
    Settings settings;
    settings.theme = ThemeChoice::Dark;
    settings.textSizePercent = 115;
    settings.moreContrast = true;
    settings.reduceMotion = true;
    settings.nextAfterSend = false;
    settings.soundOnAnswer = false;
    settings.noteOutside = false;
    settings.keys = {{u"desk.next"_s, u"Down"_s}};
    settings.folder = u"/srv/bot"_s;
    settings.embeddings = {u"http://localhost:8080"_s, u"small"_s};
    settings.model = {u"https://models.example/v1"_s, u"large"_s, u"MODEL_KEY"_s};
    settings.agent = {AgentId(u"ines"_s), u"Ines Okafor"_s, Role::Lead};
    settings.window = {1500, 880, true, 400, 260, 350};
    const QString file = m_folder.filePath(u"made/here/settings.json"_s);
    QVERIFY(saveSettings(file, settings));
    QCOMPARE(loadSettings(file).value_or({}), settings);
    QCOMPARE(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
}

void SettingsTest::keysOfANewerBatonAreKept()
{
    put(R"({"tomorrow": [1, 2], "theme": "light"})");
    Settings settings = loadSettings(path()).value_or({});
    QCOMPARE(settings.theme, ThemeChoice::Light);
    settings.theme = ThemeChoice::Dark;
    QVERIFY(saveSettings(path(), settings));
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("tomorrow"));
}

void SettingsTest::aWrongValueIsNamed_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("named");
    QTest::newRow("theme") << QByteArray(R"({"theme": "pink"})") << u"theme"_s;
    QTest::newRow("size") << QByteArray(R"({"text_size": 400})") << u"text_size"_s;
    QTest::newRow("type") << QByteArray(R"({"more_contrast": 1})") << u"more_contrast"_s;
    QTest::newRow("keys") << QByteArray(R"({"keys": {"a": 1}})") << u"keys"_s;
    QTest::newRow("embeddings") << QByteArray(R"({"embeddings": {"place": 7}})") << u"place"_s;
    QTest::newRow("model") << QByteArray(R"({"model": {"key_variable": []}})") << u"key_variable"_s;
    QTest::newRow("role") << QByteArray(R"({"agent": {"role": "king"}})") << u"role"_s;
    QTest::newRow("pixels") << QByteArray(R"({"window": {"queue": -5}})") << u"queue"_s;
    QTest::newRow("json") << QByteArray("{") << u"byte"_s;
    QTest::newRow("array") << QByteArray("[]") << u"object"_s;
}

void SettingsTest::aWrongValueIsNamed()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, named);
    put(json);
    const auto settings = loadSettings(path());
    QVERIFY(!settings);
    QCOMPARE(settings.error().code, ErrorCode::InvalidInput);
    QCOMPARE(settings.error().subject, path());
    QVERIFY2(settings.error().detail.contains(named), qPrintable(settings.error().detail));
}

void SettingsTest::aDamagedFileIsNotWrittenOver()
{
    put("{ half");
    QVERIFY(!saveSettings(path(), Settings()));
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("{ half"));
}

BATON_TEST(SettingsTest)
#include "SettingsTest.moc"
